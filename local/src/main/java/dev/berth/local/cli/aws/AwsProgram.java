package dev.berth.local.cli.aws;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandFailure;
import dev.berth.local.data.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The AWS command line, which knows every way that people sign in. Secrets go to it in files, never as
/// arguments, which other users of this machine could read.
final class AwsProgram {
    private static final String PROGRAM = "aws";
    private static final int TIMEOUT_SECONDS = 120;

    private final Map<String, String> environment;

    AwsProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Calls the function's alias `live` and waits for its answer.
    String invoke(String function, @Nullable String region, String payload) {
        try {
            var folder = PrivateFiles.createFolder(Files.createTempDirectory("berth-aws"));
            try {
                return invoke(function, region, payload, folder);
            } finally {
                Files.deleteIfExists(folder.resolve("payload"));
                Files.deleteIfExists(folder.resolve("answer"));
                Files.deleteIfExists(folder.resolve("said"));
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String invoke(String function, @Nullable String region, String payload, Path folder) throws IOException {
        PrivateFiles.write(folder.resolve("payload"), payload.getBytes(StandardCharsets.UTF_8));
        var command = new ArrayList<>(List.of(
                program(),
                "lambda",
                "invoke",
                "--function-name",
                function,
                "--qualifier",
                "live",
                "--payload",
                "fileb://" + folder.resolve("payload"),
                "--cli-connect-timeout",
                "10",
                "--cli-read-timeout",
                "90",
                "--output",
                "json"));
        if (region != null) {
            command.addAll(List.of("--region", region));
        }
        command.add(folder.resolve("answer").toString());
        var said = run(command, folder.resolve("said"));
        var answer = Files.readString(folder.resolve("answer"));
        if (Json.MAPPER.readTree(said).has("FunctionError")) {
            throw new CommandFailure(
                    "The function %s failed: %s".formatted(function, answer),
                    "See its log group in CloudWatch, /berth/functions/admin, and repeat this.");
        }
        return answer;
    }

    private String run(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandFailure("AWS did not answer in time.", "Repeat this: it makes nothing twice.");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", "Repeat this: it makes nothing twice.", interrupted);
        }
        var said = Files.readString(output).strip();
        if (process.exitValue() != 0) {
            throw new CommandFailure(
                    "AWS refused: " + said,
                    "See that you are signed in to the right account and region, that Berth is deployed there under this"
                            + " name, and that you may invoke its functions.");
        }
        return said;
    }

    private String program() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "The AWS command line is not on the PATH.",
                        "Install it (https://aws.amazon.com/cli) and sign in, as with 'aws sso login'."))
                .toString();
    }
}
