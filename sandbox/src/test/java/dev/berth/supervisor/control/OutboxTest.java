package dev.berth.supervisor.control;

import static dev.berth.supervisor.control.EventFixtures.event;
import static dev.berth.supervisor.control.EventFixtures.stderr;
import static dev.berth.supervisor.control.EventFixtures.stdout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.FileChanged;
import dev.berth.protocol.Activity;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void eventsWaitUntilTheyAreOldEnough(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        outbox.acknowledge(0, LONG);
        outbox.add(stdout("a"));

        assertThat(outbox.next(Duration.ZERO)).isEmpty();

        outbox.acknowledge(0, Duration.ZERO);
        assertThat(outbox.next(LONG)).contains(batch(1, stdout("a")));
    }

    @Test
    void aFlushMakesThemDueAtOnceAndTellsTheirArrival(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        outbox.acknowledge(0, LONG);
        outbox.add(stdout("a"));
        var mark = outbox.flush();

        assertThat(outbox.next(LONG)).contains(batch(1, stdout("a")));
        assertThat(outbox.hasAcknowledged(mark)).isFalse();
        outbox.acknowledge(1, LONG);
        assertThat(outbox.hasAcknowledged(mark)).isTrue();
        assertThat(outbox.drain(Deadline.in(Duration.ZERO))).isTrue();
    }

    @Test
    void aBatchIsSentAgainUnchangedUntilItIsAcknowledged(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        outbox.add(stdout("a"));
        outbox.flush();
        var first = outbox.next(LONG);
        outbox.add(stdout("b"));
        outbox.flush();

        assertThat(outbox.next(LONG)).isEqualTo(first);
        outbox.acknowledge(1, LONG);
        assertThat(outbox.next(LONG)).contains(batch(2, stdout("b")));
    }

    @Test
    void aBatchHoldsNoMoreThanTheProtocolAllows(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        for (var number = 0; number <= Protocol.MAX_BATCH_EVENTS; number++) {
            outbox.add(event(new FileChanged("f" + number, "added")));
        }
        assertThat(outbox.next(LONG).orElseThrow().events()).hasSize(Protocol.MAX_BATCH_EVENTS);
    }

    @Test
    void textThatGrowsInJsonFillsABatchSooner(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        outbox.acknowledge(0, LONG);
        outbox.add(stdout("\u0001".repeat(8 * 1024)));
        outbox.add(stderr("\u0001".repeat(8 * 1024)));

        assertThat(outbox.next(LONG).orElseThrow().events()).hasSize(1);
    }

    @Test
    void whatWasNotAcknowledgedIsThereAfterARestart(@TempDir Path spool) throws Exception {
        var before = outbox(spool);
        before.add(stdout("a"));
        before.flush();
        before.add(stdout("b"));
        before.flush();

        var after = outbox(spool);
        after.acknowledge(1, LONG);
        after.add(stdout("c"));
        var mark = after.flush();

        assertThat(after.next(LONG)).contains(batch(2, stdout("b")));
        after.acknowledge(2, LONG);
        assertThat(after.next(LONG)).contains(batch(3, stdout("c")));
        after.acknowledge(3, LONG);
        assertThat(after.hasAcknowledged(mark)).isTrue();
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void aRefusedBatchMakesRoomForItsPartsBeforeTheRest(@TempDir Path spool) throws Exception {
        var outbox = outbox(spool);
        outbox.add(stdout("a"));
        outbox.add(stderr("b"));
        outbox.flush();
        outbox.add(stdout("c"));
        outbox.flush();
        var refused = outbox.next(LONG).orElseThrow();

        outbox.replace(refused, RefusedBatch.instead(refused, 413).orElseThrow());

        assertThat(outbox.next(LONG)).contains(batch(1, stdout("a")));
        outbox.acknowledge(1, LONG);
        assertThat(outbox.next(LONG)).contains(batch(2, stderr("b")));
        outbox.acknowledge(2, LONG);
        assertThat(outbox.next(LONG)).contains(batch(3, stdout("c")));
    }

    private static Outbox outbox(Path spool) throws IOException {
        return new Outbox(spool, () -> Activity.BUSY);
    }

    private static EventBatch batch(long number, SandboxEvent event) {
        return new EventBatch(number, Activity.BUSY, List.of(event));
    }
}
