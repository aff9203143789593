package dev.berth.infra;

import dev.berth.infra.release.Release;
import dev.berth.infra.settings.InstallationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Installations, synthesized: each once for all tests, since it takes seconds.
public final class Synthesis {
    public static final String DEFAULTS = "small";
    static final String PRIVATE = "private";
    static final String EVERYTHING = "everything";

    private static final Path REPOSITORY = Path.of("..");
    private static final Map<String, Templates> DONE = new ConcurrentHashMap<>();
    private static final Path BUILT = built();

    private Synthesis() {}

    /// @param example of `infra-cdk/examples`
    public static Templates of(String example) {
        return DONE.computeIfAbsent(example, wanted -> {
            var folder = folder("berth-synth");
            app(wanted, folder).app().synth();
            return Templates.in(folder);
        });
    }

    static BerthApp app(String example, Path folder) {
        var settings = REPOSITORY.resolve("infra-cdk/examples/%s.json".formatted(example));
        return new BerthApp(InstallationFile.read(settings), release(), folder);
    }

    static String sessionDefinition() {
        return read("functions/src/main/resources/asl/session.asl.json");
    }

    static String read(String file) {
        try {
            return Files.readString(REPOSITORY.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Templates name packages by their content only, so any will do.
    private static Release release() {
        return new Release(
                Release.currentVersion(),
                BUILT.resolve("functions.zip"),
                BUILT.resolve("images"),
                sessionDefinition(),
                "version: 0.2",
                read("sandbox/image/codebuild/runtime.yaml"),
                Release.clientRoutes());
    }

    private static Path built() {
        var folder = folder("berth-built");
        try {
            try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("functions.zip")))) {
                var entry = new ZipEntry("nothing");
                entry.setTime(0);
                zip.putNextEntry(entry);
            }
            for (var name : List.of("images/runtime", "images/default")) {
                Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("Dockerfile"), "FROM scratch");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folder;
    }
}
