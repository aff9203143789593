package dev.berth.supervisor.workspace;

import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs programs on the agent's files as the agent could run them itself: under its isolation and with its environment.
/// So whatever a hostile workspace makes them read, write or start is nothing that the agent could not. What they write
/// goes to a file, since it can be larger than our memory.
public record AgentPrograms(ChildEnvironment environment, ProcessLauncher launcher) {
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

    /// How a program ended.
    public record Ran(int exitCode, Path output, Path errors) {
        /// The beginning of what it said on standard error.
        public String complaint() throws ProgramFailed {
            return head(errors);
        }
    }

    /// It wrote more than it was to.
    public static final class TooMuchOutput extends ProgramFailed {
        TooMuchOutput(String program) {
            super("%s wrote too much".formatted(program));
        }
    }

    /// @throws ProgramFailed when it could not be started, took too long or wrote too much
    public Ran run(Program program, Deadline deadline) throws ProgramFailed, InterruptedException {
        try {
            var tree = launcher.start(builder(program));
            while (!tree.process().waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                if (deadline.passed() || isOverLimit(program)) {
                    tree.kill();
                    throw isOverLimit(program) ? new TooMuchOutput(program.name()) : tooLate(program);
                }
            }
            if (isOverLimit(program)) {
                throw new TooMuchOutput(program.name());
            }
            return new Ran(tree.process().exitValue(), program.output(), program.errors());
        } catch (IOException e) {
            throw new ProgramFailed("%s cannot be run: %s".formatted(program.name(), e.getMessage()));
        }
    }

    /// The same for a program that must succeed.
    public Path output(Program program, Deadline deadline) throws ProgramFailed, InterruptedException {
        var ran = run(program, deadline);
        if (ran.exitCode() != 0) {
            throw new ProgramFailed("%s ended with %d: %s".formatted(program.name(), ran.exitCode(), ran.complaint()));
        }
        return ran.output();
    }

    /// The beginning of a file that a program wrote.
    static String head(Path file) throws ProgramFailed {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(COMPLAINT_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new ProgramFailed("what a program wrote cannot be read: " + e.getMessage());
        }
    }

    private static boolean isOverLimit(Program program) throws IOException {
        return Files.size(program.output()) > program.maxOutputBytes();
    }

    private static ProgramFailed tooLate(Program program) {
        return new ProgramFailed("%s took too long".formatted(program.name()));
    }

    private ProcessBuilder builder(Program program) {
        var builder = new ProcessBuilder(program.command()).directory(file(program.directory()));
        environment.applyTo(builder);
        builder.environment().putAll(program.variables());
        return builder.redirectInput(file(program.input()))
                .redirectOutput(file(program.output()))
                .redirectError(file(program.errors()));
    }

    private static File file(Path path) {
        return path.toFile();
    }
}
