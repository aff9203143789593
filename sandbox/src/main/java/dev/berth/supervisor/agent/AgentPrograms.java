package dev.berth.supervisor.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.supervisor.agent.ProgramFailed.TooMuchOutput;
import dev.berth.supervisor.agent.ProgramFailed.TooSlow;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs programs on the agent's files as the agent would run them itself: under its isolation and with its environment.
/// So whatever a hostile workspace makes them read, write or start is nothing that the agent could not. What they print
/// goes to files, since it can be larger than our memory.
public record AgentPrograms(ChildEnvironment environment, ProcessLauncher launcher) {
    private static final int HEAD_BYTES = 4096;
    private static final int COMPLAINT_BYTES = 500;
    private static final long LOOK_AGAIN_MILLIS = 100;

    /// @param variables besides the agent's environment
    /// @param input what is on its standard input
    /// @param output where standard output goes; opened by us, so that the agent need not be able to write there
    /// @param maxOutputBytes it is ended when it writes more, about
    public record Program(
            List<String> command,
            Path directory,
            Map<String, String> variables,
            Path input,
            Path output,
            long maxOutputBytes) {
        private static final Path NOTHING = Path.of("/dev/null");

        public Program(List<String> command, Path directory, Path output) {
            this(command, directory, Map.of(), NOTHING, output, Long.MAX_VALUE);
        }

        public Program with(Map<String, String> more) {
            var all = new HashMap<>(variables);
            all.putAll(more);
            return new Program(command, directory, all, input, output, maxOutputBytes);
        }

        public Program reading(Path file) {
            return new Program(command, directory, variables, file, output, maxOutputBytes);
        }

        public Program writingAtMost(long bytes) {
            return new Program(command, directory, variables, input, output, bytes);
        }

        String name() {
            return command.getFirst();
        }

        Path errors() {
            return output.resolveSibling(output.getFileName() + ".errors");
        }
    }

    /// How a program ended. The files are good until the next one writes there.
    public record Ran(int exitCode, Path output, Path errors) {
        public boolean succeeded() {
            return exitCode == 0;
        }

        /// What it printed first, without the line's end.
        public String text() throws ProgramFailed {
            return head(output, HEAD_BYTES);
        }

        /// The beginning of what it said on standard error.
        public String complaint() throws ProgramFailed {
            return head(errors, COMPLAINT_BYTES);
        }

        /// The same by line, and more of it.
        public List<String> complaints() throws ProgramFailed {
            return head(errors, HEAD_BYTES).lines().toList();
        }

        private static String head(Path file, int bytes) throws ProgramFailed {
            try (var in = Files.newInputStream(file)) {
                return new String(in.readNBytes(bytes), UTF_8).strip();
            } catch (IOException e) {
                throw new ProgramFailed("what a program wrote cannot be read: " + e.getMessage());
            }
        }
    }

    /// @throws ProgramFailed when it could not be started, took too long or wrote too much
    public Ran run(Program program, Deadline deadline) throws ProgramFailed, InterruptedException {
        try {
            var tree = launcher.start(builder(program));
            while (!tree.process().waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                if (deadline.passed() || isOverLimit(program)) {
                    tree.kill();
                    throw isOverLimit(program) ? new TooMuchOutput(program.name()) : new TooSlow(program.name());
                }
            }
            if (isOverLimit(program)) {
                throw new TooMuchOutput(program.name());
            }
            return new Ran(tree.process().exitValue(), program.output(), program.errors());
        } catch (ProgramFailed e) {
            throw e;
        } catch (IOException e) {
            throw new ProgramFailed("%s cannot be run: %s".formatted(program.name(), e.getMessage()));
        }
    }

    /// The same for a program that must succeed.
    public Path output(Program program, Deadline deadline) throws ProgramFailed, InterruptedException {
        var ran = run(program, deadline);
        if (!ran.succeeded()) {
            throw new ProgramFailed("%s ended with %d: %s".formatted(program.name(), ran.exitCode(), ran.complaint()));
        }
        return ran.output();
    }

    /// In place of what account and machine tell git.
    public Path gitConfiguration() {
        return launcher.confinement().gitConfiguration();
    }

    private static boolean isOverLimit(Program program) throws IOException {
        return Files.size(program.output()) > program.maxOutputBytes();
    }

    private ProcessBuilder builder(Program program) {
        var builder = new ProcessBuilder(program.command())
                .directory(program.directory().toFile());
        environment.applyTo(builder);
        builder.environment().putAll(program.variables());
        return builder.redirectInput(program.input().toFile())
                .redirectOutput(program.output().toFile())
                .redirectError(program.errors().toFile());
    }
}
