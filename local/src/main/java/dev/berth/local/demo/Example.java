package dev.berth.local.demo;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import tools.jackson.databind.node.ObjectNode;

/// The example in the clone, and the git repository that the demo makes of it.
///
/// @param source the example's folder
/// @param target where the repository goes, in the data folder
record Example(Path source, Path target) {
    static final String REPOSITORY_ID = "bill";

    String task() {
        return read(source.resolve("task.sh"));
    }

    /// The draft, complete for this machine.
    ///
    /// @param jdk that the example's tests run with; the one on the `PATH` when absent
    String draft(Optional<Path> jdk) {
        ObjectNode draft = (ObjectNode) Json.MAPPER.readTree(read(source.resolve("profile.json")));
        ObjectNode repository = (ObjectNode) draft.path("repositories").path(0);
        repository.put("url", repository().toUri().toString().replaceFirst("/$", ""));
        jdk.ifPresent(home -> draft.withObject("environment").put("JAVA_HOME", home.toString()));
        return Json.MAPPER.writeValueAsString(draft);
    }

    /// Made anew each time; the same content is the same commit, so what was built from it stays right.
    Path makeRepository() {
        try {
            Path made = Files.createDirectories(repository());
            for (Path file : files()) {
                Files.write(made.resolve(file.getFileName()), Files.readAllBytes(file));
                made.resolve(file.getFileName()).toFile().setExecutable(Files.isExecutable(file));
            }
            GitRepository.commitAll(made, "A bill that several people share");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the demo's repository", e);
        }
    }

    /// Another content is another repository, so that no earlier snapshot is taken for it.
    private Path repository() {
        return target.resolve(REPOSITORY_ID + "-" + contentHash()).toAbsolutePath();
    }

    private String contentHash() {
        CRC32C hash = new CRC32C();
        for (Path file : files()) {
            hash.update(read(file).getBytes(StandardCharsets.UTF_8));
        }
        return "%08x".formatted(hash.getValue());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(source.resolve("project"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
