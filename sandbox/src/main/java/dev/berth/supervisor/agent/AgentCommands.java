package dev.berth.supervisor.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs commands as the agent would run them itself: under its isolation and with its environment. What they print is
// in
/// files, since it can be larger than our memory; the next command overwrites them.
///
/// @param outputs a folder of the supervisor's own
public record AgentCommands(ChildEnvironment environment, ProcessLauncher launcher, Path outputs) {
    private static final int HEAD_BYTES = 4096;
    private static final long LOOK_AGAIN_MILLIS = 100;

    /// @throws TimeoutException when it was ended, with all that it forked, since its time was over
    public Ran run(List<String> command, Path folder, Map<String, String> more, Deadline deadline)
            throws IOException, InterruptedException, TimeoutException {
        var ran = new Ran(0, outputs.resolve("output"), outputs.resolve("errors"));
        var tree = launcher.start(builder(command, folder, more, ran));
        while (!tree.process().waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            if (deadline.passed()) {
                tree.kill();
                throw new TimeoutException("%s took too long".formatted(command.getFirst()));
            }
        }
        return new Ran(tree.process().exitValue(), ran.output(), ran.errors());
    }

    /// In place of what account and machine tell git.
    public Path gitConfiguration() {
        return launcher.confinement().gitConfiguration();
    }

    private ProcessBuilder builder(List<String> command, Path folder, Map<String, String> more, Ran ran) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        environment.applyTo(builder);
        builder.environment().putAll(more);
        return builder.redirectInput(new File("/dev/null"))
                .redirectOutput(ran.output().toFile())
                .redirectError(ran.errors().toFile());
    }

    public record Ran(int exitCode, Path output, Path errors) {
        public boolean succeeded() {
            return exitCode == 0;
        }

        /// What was printed first, without the line's end.
        public String text() throws IOException {
            return head(output);
        }

        public List<String> complaints() throws IOException {
            return head(errors).lines().toList();
        }

        private static String head(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return new String(in.readNBytes(HEAD_BYTES), UTF_8).strip();
            }
        }
    }
}
