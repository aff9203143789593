package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.JsonText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that asks something of a session and says where it stands then. Each can be repeated.
abstract sealed class Steering implements Callable<Integer> permits InterruptTurn, ResumeSession, StopSession {
    private static final int NOTHING_TO_DO = 200;

    private final Invocation invocation;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    @Mixin
    private final JsonOption json = new JsonOption();

    Steering(Invocation invocation) {
        this.invocation = invocation;
    }

    abstract Answer ask(Sessions sessions, String session);

    /// What follows once it was asked.
    int then(Invocation here, String id, boolean asJson) {
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Answer answer = ask(invocation.sessions(), session.id());
        invocation.terminal().printLine(json.asked() ? JsonText.pretty(answer.json()) : text(answer));
        return then(invocation, session.id(), json.asked());
    }

    private static String text(Answer answer) {
        Session now = answer.as(Session.class);
        String note = answer.status() == NOTHING_TO_DO ? "; there was nothing to do" : "";
        return now.id() + " is " + now.status() + note;
    }
}
