package dev.berth.local.cli.session;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Sessions;
import picocli.CommandLine.Command;

@Command(
        name = "interrupt",
        description = "Ends the running turn; the session goes on with what is queued.",
        footer = {"", "Example:", "  berth session interrupt ses_01k8…"})
public final class InterruptTurn extends Steering {
    public InterruptTurn(Invocation invocation) {
        super(invocation);
    }

    @Override
    Answer ask(Sessions sessions, String session) {
        return sessions.interrupt(session);
    }
}
