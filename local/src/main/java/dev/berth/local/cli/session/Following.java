package dev.berth.local.cli.session;

import dev.berth.event.Failure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Terminal;

/// Shows a session on the terminal until something is reached, and says how it ended.
final class Following {
    private final Invocation invocation;
    private final boolean json;

    Following(Invocation invocation, boolean json) {
        this.invocation = invocation;
        this.json = json;
    }

    int follow(String session, long after, Until until) {
        Sessions sessions = invocation.sessions();
        Terminal terminal = invocation.terminal();
        Progress progress = new Watch(sessions, terminal, invocation.clock())
                .follow(session, after, until, json ? EventSink.jsonLines(terminal) : EventSink.transcript(terminal));
        if (!progress.sessionFailed()) {
            return ExitCode.DONE;
        }
        if (!json) {
            complain(sessions.get(session), terminal);
        }
        return ExitCode.SESSION_FAILED;
    }

    static void complain(Session session, Terminal terminal) {
        Failure failure = session.failure();
        if (failure != null) {
            terminal.complain(terminal.style().ink(Ink.RED, "The session failed: ") + SafeText.of(failure.detail()));
            terminal.complain("  → " + SafeText.of(failure.remedy()));
        }
    }
}
