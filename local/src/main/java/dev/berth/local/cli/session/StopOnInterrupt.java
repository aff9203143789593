package dev.berth.local.cli.session;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.Terminal;

/// Asks a session to stop when this process is ended by Ctrl-C or SIGTERM while it runs. The JVM then exits
/// with 130 or 143 by itself.
public final class StopOnInterrupt implements AutoCloseable {
    private final Thread hook;

    public StopOnInterrupt(Sessions sessions, String session, Terminal terminal) {
        hook = new Thread(() -> stop(sessions, session, terminal), "stop the session");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stop(Sessions sessions, String session, Terminal terminal) {
        try {
            terminal.note("Interrupted: asking " + session + " to stop…");
            sessions.stop(session);
        } catch (CommandFailure e) {
            terminal.complain(
                    "It could not be asked (" + e.detail() + "). → Stop it with 'berth session stop " + session + "'.");
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running
        }
    }
}
