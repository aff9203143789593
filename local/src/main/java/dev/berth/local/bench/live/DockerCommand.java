package dev.berth.local.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The `docker` command line, as somebody without Berth uses it.
///
/// @param installation what the data folder's containers and images are labelled with
record DockerCommand(String installation) {

    static DockerCommand of(Path data) {
        try {
            var file = data.resolve("installation");
            return new DockerCommand(Files.exists(file) ? Files.readString(file).strip() : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it prints.
    List<String> lines(String... arguments) {
        try {
            Process process = start(arguments);
            List<String> lines = process.inputReader(UTF_8).readAllLines();
            process.waitFor();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("'docker' cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while docker ran", e);
        }
    }

    /// From the start of the command until its first line.
    Duration untilFirstLine(String... arguments) {
        try {
            long began = System.nanoTime();
            Process process = start(arguments);
            try (BufferedReader out = process.inputReader(UTF_8)) {
                if (out.readLine() == null) {
                    throw new IOException("docker printed nothing");
                }
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                process.waitFor();
                return took;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while docker ran", e);
        }
    }

    /// The newest snapshot's image.
    String snapshot() {
        return lines("images", "--quiet", "--filter", "label=dev.berth.installation=" + installation)
                .getFirst();
    }

    String container(String session) {
        return lines("ps", "--quiet", "--filter", "label=dev.berth.session=" + session)
                .getFirst();
    }

    /// What the scene's snapshots left; nothing where its sandboxes were processes.
    void removeImages() {
        if (!installation.isEmpty()) {
            lines("images", "--quiet", "--filter", "label=dev.berth.installation=" + installation)
                    .forEach(image -> lines("rmi", "--force", image));
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    }
}
