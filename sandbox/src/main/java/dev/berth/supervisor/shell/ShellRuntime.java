package dev.berth.supervisor.shell;

import dev.berth.protocol.AgentOption;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentRuntime;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.folder.CannotPrepare;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// The message is a bash script: it runs in the workspace, keeps working directory and exported variables for the next
/// one, streams its output, and ends the turn with its exit code.
public final class ShellRuntime implements AgentRuntime {
    @Override
    public String name() {
        return "shell";
    }

    @Override
    public List<AgentOption> options() {
        return List.of();
    }

    @Override
    public AgentSession open(AgentContext context, AgentListener listener) throws CannotPrepare, InterruptedException {
        requireBash(context.environment().variables().getOrDefault("PATH", ""));
        try {
            var state = ShellState.create(context);
            return new ShellSession(new ShellHosts(context, state, listener), state, listener);
        } catch (IOException e) {
            throw CannotPrepare.byOperator(
                    "shell_not_started",
                    "The shell runtime could not be started: %s".formatted(e.getMessage()),
                    "See that the sandbox folder can be written to and that processes can be started");
        }
    }

    private static void requireBash(String path) throws CannotPrepare {
        if (Stream.of(path.split(File.pathSeparator)).noneMatch(folder -> new File(folder, "bash").canExecute())) {
            throw CannotPrepare.byOperator(
                    "bash_missing",
                    "The shell runtime needs bash, and there is none on PATH (%s)".formatted(path),
                    "Install bash in the sandbox's image or on this machine, or set PATH in the profile's environment");
        }
    }
}
