package dev.berth.supervisor.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Actor;
import dev.berth.event.EventData.FileChanged;
import dev.berth.protocol.SandboxEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class OpenBatchTest {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofSeconds(15);

    private final AtomicLong nanos = new AtomicLong();
    private final OpenBatch batch = new OpenBatch(nanos::get);

    @Test
    void whatFollowsAPauseWaitsOnlyForWhatBelongsToIt() {
        pass(Duration.ofSeconds(1));
        add();
        assertThat(batch.dueIn(OFTEN)).isEqualTo(Duration.ofMillis(5));
        pass(Duration.ofMillis(5));
        assertThat(batch.dueIn(OFTEN)).isZero();
    }

    @Test
    void whatFollowsABatchWaitsItsTime() {
        pass(Duration.ofSeconds(1));
        batch.take();
        pass(Duration.ofMillis(20));
        add();
        assertThat(batch.dueIn(OFTEN)).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void whereNobodyLooksAPauseChangesNothing() {
        pass(Duration.ofMinutes(1));
        add();
        assertThat(batch.dueIn(SELDOM)).isEqualTo(SELDOM);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void add() {
        batch.add(new SandboxEvent(Instant.EPOCH, null, Actor.AGENT, new FileChanged("a.txt", "added")));
    }
}
