package dev.berth.session;

import static dev.berth.session.SessionBuilder.NOW;
import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Failure;
import dev.berth.session.LifecycleEvent.StopAsked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopCauseTest {
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Session running = session(SessionStatus.RUNNING).build();

    @Test
    void aStartThatEndedWithAnErrorFails() {
        var stop = StopCause.of(session(SessionStatus.STARTING).build(), "Sandbox.NotReady", NOW);

        assertThat(stop.reason()).isEqualTo(StopReason.FAILED);
        assertThat(codeOf(stop)).isEqualTo("sandbox_start_failed");
    }

    @Test
    void aTimeOutAtTheEndOfTheLifetimeIsExpiry() {
        assertThat(StopCause.of(running, "States.Timeout", NOW.plus(LIFETIME)))
                .isEqualTo(new StopAsked(StopReason.EXPIRED, null));
    }

    @Test
    void aTimeOutALittleEarlyIsExpiryToo() {
        assertThat(StopCause.of(running, "States.Timeout", NOW.plus(LIFETIME).minusSeconds(5))
                        .reason())
                .isEqualTo(StopReason.EXPIRED);
    }

    @Test
    void aTimeOutBeforeTheLifetimeIsSilence() {
        var stop = StopCause.of(running, "States.Timeout", NOW.plus(LIFETIME).minusSeconds(6));

        assertThat(stop.reason()).isEqualTo(StopReason.LOST);
        assertThat(codeOf(stop)).isEqualTo("sandbox_silent");
    }

    @Test
    void aMissedHeartbeatIsSilenceHoweverOldTheSessionIs() {
        assertThat(StopCause.of(running, "States.HeartbeatTimeout", NOW.plus(LIFETIME))
                        .reason())
                .isEqualTo(StopReason.LOST);
    }

    @Test
    void anyOtherErrorIsTheWorkflowsFailure() {
        var stop = StopCause.of(running, "Lambda.Unknown", NOW);

        assertThat(stop.reason()).isEqualTo(StopReason.FAILED);
        assertThat(codeOf(stop)).isEqualTo("workflow_failed");
        assertThat(StopCause.of(running, null, NOW).reason()).isEqualTo(StopReason.FAILED);
    }

    private static String codeOf(StopAsked stop) {
        Failure failure = stop.failure();
        return failure == null ? "" : failure.code();
    }
}
