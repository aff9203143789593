package dev.berth.local.cli.session;

import dev.berth.event.TurnOutcome;
import dev.berth.local.cli.ExitCode;
import org.jspecify.annotations.Nullable;

/// Decides the exit code of `berth run` by what became of the session.
final class RunOutcome {
    private RunOutcome() {}

    static int exitCode(Progress end) {
        if (end.sessionFailed() || end.outcome() == null) {
            return ExitCode.SESSION_FAILED;
        }
        return exitCode(end.outcome());
    }

    static String word(Progress end) {
        @Nullable TurnOutcome outcome = end.outcome();
        return end.sessionFailed() || outcome == null ? "sessionFailed" : outcome.wireName();
    }

    private static int exitCode(TurnOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> ExitCode.DONE;
            case FAILED -> ExitCode.FAILED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
