package dev.berth.session;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.session.LifecycleEvent.StopAsked;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a session stops that was not asked to: judged from what ended the workflow's wait.
final class StopCause {
    /// A wait's time-out may be reported a little before the lifetime it was made of has passed.
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private StopCause() {}

    /// @param error that ended the state before `Stop`
    static StopAsked of(Session session, @Nullable String error, Instant now) {
        if (session.status() == SessionStatus.STARTING) {
            return new StopAsked(StopReason.FAILED, startFailed(error));
        }
        return "States.Timeout".equals(error) && hasExpired(session, now)
                ? new StopAsked(StopReason.EXPIRED, null)
                : timedOut(error);
    }

    static Failure startFailed(@Nullable String error) {
        return new Failure(
                "sandbox_start_failed",
                "The sandbox was launched but did not become ready (" + (error == null ? "unknown" : error) + ").",
                "Try again; when it fails again, look at the sandbox's log and at the snapshot's build log.",
                MustAct.OPERATOR);
    }

    private static boolean hasExpired(Session session, Instant now) {
        var startedAt = session.startedAt();
        return startedAt != null
                && !now.plus(TOLERANCE).isBefore(startedAt.plus(session.spec().maxLifetime()));
    }

    private static StopAsked timedOut(@Nullable String error) {
        if ("States.Timeout".equals(error) || "States.HeartbeatTimeout".equals(error)) {
            return new StopAsked(
                    StopReason.LOST,
                    new Failure(
                            "sandbox_silent",
                            "The sandbox sent no sign of life for three minutes.",
                            "Resume the session, or send it a message: it continues in a new sandbox.",
                            MustAct.CALLER));
        }
        return new StopAsked(
                StopReason.FAILED,
                new Failure(
                        "workflow_failed",
                        "The session's workflow ended with " + error + ".",
                        "Resume the session; when it fails again, look at the log of the step function.",
                        MustAct.OPERATOR));
    }
}
