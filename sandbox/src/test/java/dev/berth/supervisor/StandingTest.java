package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.MessageMode;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.Turn;
import dev.berth.supervisor.Standing.Step;
import dev.berth.supervisor.Standing.Work;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {
    private static final Turn TURN = new Turn("trn_1", "msg_1", "true", MessageMode.QUEUE);

    @ParameterizedTest
    @MethodSource
    void whatItDoesNextFollowsFromWhereItStands(
            Work work, int queuedMessages, @Nullable String interrupt, Step expected) {
        var answer = new SandboxAnswer(0, 50, queuedMessages, interrupt, false);

        assertThat(Standing.IDLE.at(work).told(answer).next()).isEqualTo(expected);
    }

    @Test
    void awokenItAsksForATurnUnlessItHasSomethingAtHand() {
        assertThat(Standing.IDLE.woken().next()).isEqualTo(Step.TAKE_TURN);
        assertThat(Standing.IDLE
                        .at(new Work.Taking())
                        .woken()
                        .withNothingQueued()
                        .next())
                .isEqualTo(Step.WAIT);
        assertThat(Standing.IDLE
                        .at(new Work.Running(TURN))
                        .woken()
                        .at(new Work.None())
                        .next())
                .isEqualTo(Step.WAIT);
    }

    static Stream<Arguments> whatItDoesNextFollowsFromWhereItStands() {
        return Stream.of(
                Arguments.of(new Work.None(), 0, null, Step.WAIT),
                Arguments.of(new Work.None(), 2, null, Step.TAKE_TURN),
                Arguments.of(new Work.None(), 0, "trn_1", Step.WAIT),
                Arguments.of(new Work.Taking(), 2, null, Step.WAIT),
                Arguments.of(new Work.Running(TURN), 2, null, Step.WAIT),
                Arguments.of(new Work.Running(TURN), 0, "trn_1", Step.INTERRUPT),
                Arguments.of(new Work.Running(TURN), 0, "trn_0", Step.WAIT),
                Arguments.of(new Work.Interrupting(TURN), 1, "trn_1", Step.WAIT),
                Arguments.of(new Work.Ended(7), 1, null, Step.WAIT));
    }
}
