package dev.berth.aws.ministack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The engine's command line.
public final class Docker {
    private Docker() {}

    /// An image that does one thing.
    static void build(Path folder, String tag, String... entryPoint) throws IOException, InterruptedException {
        var words = List.of(entryPoint).stream().map(word -> '"' + word + '"').toList();
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM debian:bookworm-slim\nENTRYPOINT [" + String.join(", ", words) + "]\n");
        run("build", "--quiet", "--tag", tag, folder.toString());
    }

    public static String run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DOCKER_BUILDKIT", "0");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output.strip();
    }
}
