package dev.berth.supervisor.codex;

import dev.berth.protocol.AgentOption;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentRuntime;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.folder.CannotPrepare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The Codex command line, driven over `codex app-server`: each message is a turn of one conversation.
public final class CodexRuntime implements AgentRuntime {
    @Override
    public String name() {
        return "codex";
    }

    @Override
    public List<AgentOption> options() {
        return CodexSettings.OPTIONS;
    }

    @Override
    public AgentSession open(AgentContext context, AgentListener listener) throws CannotPrepare, InterruptedException {
        var settings = CodexSettings.of(context.manifest().agent());
        var folder = CodexFolder.in(context.folder());
        var session = new CodexSession(
                new CodexHost(context, program(context), settings, folder),
                new Conversation(context, folder),
                new Translator(new Paths(context.workingDirectory())),
                listener);
        try {
            session.open();
        } catch (IOException | CodexFailed e) {
            throw CannotPrepare.byOperator(
                    "agent_not_started",
                    "Codex could not be started: %s".formatted(e.getMessage()),
                    "See that 'codex app-server' runs where the sandbox runs, with version 0.169 or newer");
        }
        return session;
    }

    private static Path program(AgentContext context) throws CannotPrepare {
        var path = context.environment().variables().getOrDefault("PATH", "");
        return CodexProgram.on(path)
                .orElseThrow(() -> CannotPrepare.byOperator(
                        "codex_missing",
                        "The codex runtime needs the Codex command line, and there is none on PATH (%s)"
                                .formatted(path),
                        CodexProgram.HOW_TO_GET_IT
                                + " on this machine or in the sandbox's image, or set PATH in the profile's environment"
                                + " to where it is"));
    }
}
