package dev.berth.local.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.api.Retry.Try;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {

    @Test
    void whatPassesIsTriedAgainLaterEachTime() {
        assertThat(Retry.delay(new Try.Answered(503), 1, true)).contains(Duration.ofMillis(200));
        assertThat(Retry.delay(new Try.NoAnswer(), 2, true)).contains(Duration.ofMillis(400));
        assertThat(Retry.delay(new Try.NoAnswer(), 3, true)).isEmpty();
    }

    @Test
    void whatCannotBeRepeatedIsTriedOnce() {
        assertThat(Retry.delay(new Try.Answered(503), 1, false)).isEmpty();
        assertThat(Retry.delay(new Try.NoAnswer(), 1, false)).isEmpty();
    }

    @Test
    void anAnswerThatWillNotChangeIsTaken() {
        assertThat(Retry.delay(new Try.Answered(409), 1, true)).isEmpty();
        assertThat(Retry.delay(new Try.Answered(200), 1, true)).isEmpty();
    }

    @Test
    void thatNobodyListensIsSaidAtOnce() {
        assertThat(Retry.delay(new Try.NotConnected(), 1, true)).isEmpty();
    }
}
