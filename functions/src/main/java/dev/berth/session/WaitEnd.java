package dev.berth.session;

import java.util.Optional;

/// How a wait of the workflow ends, judged from the record alone. Waits are level-triggered: whoever changes the
/// record, or only reads it again, comes to the same answer, so no signal is lost between two states.
public sealed interface WaitEnd {
    record Succeeds() implements WaitEnd {}

    /// @param error as `session.asl.json` matches it
    record Fails(String error, String cause) implements WaitEnd {}

    String STOP_REQUESTED = "Session.StopRequested";
    String SUPERSEDED = "Session.Superseded";
    String NOT_READY = "Sandbox.NotReady";

    /// Empty while there is something to wait for.
    static Optional<WaitEnd> of(Session session) {
        var wait = session.waiting();
        if (wait == null) {
            return Optional.empty();
        }
        if (wait.run() != session.run()) {
            return Optional.of(new Fails(SUPERSEDED, "the session is in run " + session.run()));
        }
        return switch (wait.state()) {
            case START -> ofStart(session, wait);
            case SERVE -> session.status() == SessionStatus.RUNNING ? Optional.empty() : Optional.of(new Succeeds());
            case STOP -> ofStop(session);
        };
    }

    private static Optional<WaitEnd> ofStart(Session session, Wait wait) {
        return switch (session.status()) {
            case RUNNING -> Optional.of(new Succeeds());
            case STARTING ->
                session.launch() == LaunchState.GONE && session.generation() == wait.generation()
                        ? Optional.of(new Fails(NOT_READY, "the sandbox ended before it was ready"))
                        : Optional.empty();
            case QUEUED, STOPPING, STOPPED, FAILED ->
                Optional.of(new Fails(
                        STOP_REQUESTED, "the session is " + session.status().wireName()));
        };
    }

    private static Optional<WaitEnd> ofStop(Session session) {
        var nothingStands = session.launch() == LaunchState.GONE || session.launch() == LaunchState.NONE;
        return session.status() == SessionStatus.STOPPING && !nothingStands
                ? Optional.empty()
                : Optional.of(new Succeeds());
    }
}
