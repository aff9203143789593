package dev.berth.sandbox;

import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.session.Session;
import dev.berth.session.SessionBuilder;
import dev.berth.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdleRuleTest {
    private static final Duration IDLE_TIME = Duration.ofMinutes(15);
    private static final Instant START = SessionBuilder.NOW;
    private static final Instant IDLE_AT = START.plus(IDLE_TIME);

    private final SessionBuilder quiet = session(SessionStatus.RUNNING).withQueuedMessages(0);

    @Test
    void aSessionIsIdleWhenItsTimeHasPassedAndNotBefore() {
        assertThat(isIdle(quiet.build(), START, Instant.EPOCH, IDLE_AT)).isTrue();
        assertThat(isIdle(quiet.build(), START, Instant.EPOCH, IDLE_AT.minusMillis(1)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void onlyARunningSessionIsIdle(SessionStatus status) {
        assertThat(isIdle(session(status).withQueuedMessages(0).build(), START, Instant.EPOCH, IDLE_AT))
                .isFalse();
    }

    @Test
    void whoHasATurnOrAMessageIsNotIdle() {
        assertThat(isIdle(quiet.withQueuedMessages(1).build(), START, Instant.EPOCH, IDLE_AT))
                .isFalse();
        assertThat(isIdle(quiet.withQueuedMessages(0).withTurn("trn_1").build(), START, Instant.EPOCH, IDLE_AT))
                .isFalse();
    }

    @Test
    void timeBeforeTheRunBeganDoesNotCount() {
        var later = quiet.startedAt(START.plusSeconds(60)).build();

        assertThat(isIdle(later, START, Instant.EPOCH, IDLE_AT)).isFalse();
        assertThat(isIdle(later, START, Instant.EPOCH, IDLE_AT.plusSeconds(60))).isTrue();
    }

    @Test
    void timeBeforeTheClockWasSteadyDoesNotCount() {
        var steadySince = START.plusSeconds(60);

        assertThat(isIdle(quiet.build(), START, steadySince, IDLE_AT)).isFalse();
        assertThat(isIdle(quiet.build(), START, steadySince, steadySince.plus(IDLE_TIME)))
                .isTrue();
    }

    private static boolean isIdle(Session session, Instant lastActiveAt, Instant countsFrom, Instant now) {
        return IdleRule.isIdle(session, lastActiveAt, countsFrom, now);
    }
}
