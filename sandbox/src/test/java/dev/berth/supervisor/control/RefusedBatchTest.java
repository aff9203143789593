package dev.berth.supervisor.control;

import static dev.berth.supervisor.control.EventFixtures.event;
import static dev.berth.supervisor.control.EventFixtures.stdout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.Error;
import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.Activity;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.SandboxEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedBatchTest {
    @Test
    void severalEventsAreHalved() {
        assertThat(RefusedBatch.instead(batch(stdout("a"), stdout("b"), stdout("c")), 413))
                .contains(List.of(List.of(stdout("a")), List.of(stdout("b"), stdout("c"))));
    }

    @Test
    void oneEventIsReplacedByWordsAboutIt() {
        var instead = RefusedBatch.instead(batch(stdout("a")), 400).orElseThrow();

        var error = (Error) instead.getFirst().getFirst().data();
        assertThat(error.detail()).contains("CommandOutput", "400");
    }

    @Test
    void theEndOfATurnIsNeverReplacedBySomethingElse() {
        var end = event(new TurnEnded(TurnOutcome.FAILED, 1, null, "long words"));
        var bare = event(new TurnEnded(TurnOutcome.FAILED, 1, null, null));

        assertThat(RefusedBatch.instead(batch(end), 413)).contains(List.of(List.of(bare)));
    }

    @Test
    void whenNothingSmallerIsLeftItGivesUp() {
        var replaced =
                RefusedBatch.instead(batch(stdout("a")), 400).orElseThrow().getFirst();
        var bare = event(new TurnEnded(TurnOutcome.FAILED, 1, null, null));

        assertThat(RefusedBatch.instead(batch(replaced.getFirst()), 400)).isEmpty();
        assertThat(RefusedBatch.instead(batch(bare), 400)).isEmpty();
    }

    private static EventBatch batch(SandboxEvent... events) {
        return new EventBatch(1, Activity.BUSY, List.of(events));
    }
}
