package dev.berth.local.cli.session;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Sessions;
import picocli.CommandLine.Command;

@Command(
        name = "resume",
        description = "Starts a stopped or failed session again, from its version's newest snapshot.",
        footer = {"", "Example:", "  berth session resume ses_01k8…"})
public final class ResumeSession extends Steering {
    public ResumeSession(Invocation invocation) {
        super(invocation);
    }

    @Override
    Answer ask(Sessions sessions, String session) {
        return sessions.resume(session);
    }
}
