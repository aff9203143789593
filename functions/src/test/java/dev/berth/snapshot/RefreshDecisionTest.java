package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshDecisionTest {
    private static final Instant REQUESTED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant ENDED = REQUESTED.plusSeconds(10);
    private static final Build QUEUED = Build.requested("bld_1", REQUESTED);
    private static final Build UNSETTLED = QUEUED.started(REQUESTED).ended(Build.Status.READY, null, ENDED);
    private static final Build SETTLED = UNSETTLED.asSettled();

    @Test
    void oneBuildIsActiveAtATime() {
        var muchLater = REQUESTED.plusSeconds(10_000);

        assertThat(RefreshDecision.of(QUEUED, muchLater)).isEqualTo(new RefreshDecision.AlreadyBuilding("bld_1"));
        assertThat(RefreshDecision.of(QUEUED.started(REQUESTED), muchLater))
                .isEqualTo(new RefreshDecision.AlreadyBuilding("bld_1"));
    }

    @Test
    void aBuildThatMayStillRunIsActive() {
        assertThat(RefreshDecision.of(UNSETTLED, REQUESTED.plusSeconds(10_000)))
                .isEqualTo(new RefreshDecision.AlreadyBuilding("bld_1"));
    }

    @Test
    void nothingIsBuiltTwiceWithinAMinute() {
        var possibleAt = REQUESTED.plusSeconds(60);

        assertThat(RefreshDecision.of(SETTLED, ENDED)).isEqualTo(new RefreshDecision.TooSoon(possibleAt));
        assertThat(RefreshDecision.of(SETTLED, possibleAt.minusNanos(1)))
                .isEqualTo(new RefreshDecision.TooSoon(possibleAt));
        assertThat(RefreshDecision.of(SETTLED, possibleAt)).isEqualTo(new RefreshDecision.BuildAgain());
    }
}
