package dev.berth.infra;

import dev.berth.event.Json;
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
final class Synthesis {
    static final String DEFAULTS = "{\"region\": \"eu-central-1\"}";
    static final String PRIVATE = "{\"region\": \"eu-central-1\", \"network\": {\"mode\": \"private\"}}";
    static final String EVERYTHING = """
            {
              "name": "acme",
              "region": "us-east-1",
              "domain": {
                "name": "berth.acme.example",
                "certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
              },
              "network": {"mode": "private", "natGateways": 2, "egressPorts": [22, 80, 443]},
              "sandboxes": {"architecture": "x86_64", "capacity": "fargate-spot", "maxVcpu": 8, "maxMemoryGiB": 32},
              "limits": {"reservedConcurrency": {"sandboxApi": 50}, "lambdaConcurrency": 1000},
              "retention": {"logDays": 90, "objectDays": 365, "keepData": false},
              "operations": {"alarmEmail": "operations@acme.example", "dashboard": true},
              "dataKeyArn": "arn:aws:kms:us-east-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
            }
            """;

    private static final Path REPOSITORY = Path.of("..");
    private static final Map<String, Templates> DONE = new ConcurrentHashMap<>();
    private static final Path BUILT = built();

    private Synthesis() {}

    static Templates of(String settings) {
        return DONE.computeIfAbsent(settings, wanted -> {
            var folder = folder("berth-synth");
            app(wanted, folder).app().synth();
            return Templates.in(folder);
        });
    }

    static BerthApp app(String settings, Path folder) {
        return new BerthApp(InstallationFile.of(Json.MAPPER.readTree(settings)), release(), folder);
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
            return Files.createTempDirectory(name);
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
