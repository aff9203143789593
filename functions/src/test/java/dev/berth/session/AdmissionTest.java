package dev.berth.session;

import static dev.berth.session.SessionBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.session.Admission.Queued;
import dev.berth.session.Admission.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    @Test
    void theFirstInTheQueueIsNextHoweverTheRowsCome() {
        assertThat(admission(0, due("pos_2"), due("pos_1")).next(1, NOW)).contains(due("pos_1"));
    }

    @Test
    void nobodyIsNextWithoutAFreeSlot() {
        assertThat(admission(2, due("pos_1")).next(2, NOW)).isEmpty();
        assertThat(admission(3, due("pos_1")).next(2, NOW)).isEmpty();
    }

    @Test
    void whoMustWaitLongerIsPassedOver() {
        assertThat(admission(0, later("pos_1"), due("pos_2")).next(1, NOW)).contains(due("pos_2"));
        assertThat(admission(0, later("pos_1")).next(1, NOW)).isEmpty();
        assertThat(admission(0, later("pos_1")).next(1, NOW.plusSeconds(30))).contains(later("pos_1"));
    }

    @Test
    void aNewSessionStartsAtOnceOnlyWhenItOvertakesNobody() {
        assertThat(admission(0).startsAtOnce(1, NOW)).isTrue();
        assertThat(admission(0, due("pos_1")).startsAtOnce(1, NOW)).isFalse();
        assertThat(admission(0, later("pos_1")).startsAtOnce(1, NOW)).isTrue();
        assertThat(admission(1).startsAtOnce(1, NOW)).isFalse();
    }

    private static Queued due(String position) {
        return new Queued(position, "ses_" + position, 1, NOW);
    }

    private static Queued later(String position) {
        return new Queued(position, "ses_" + position, 1, NOW.plusSeconds(30));
    }

    private static Admission admission(int slots, Queued... queue) {
        var taken = IntStream.range(0, slots)
                .mapToObj(slot -> new Slot("ses_" + slot, 1))
                .toList();
        return new Admission("org_1", 1, taken, List.copyOf(Arrays.asList(queue)));
    }
}
