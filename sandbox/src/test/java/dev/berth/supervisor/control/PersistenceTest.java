package dev.berth.supervisor.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistenceTest {
    private final List<Duration> rests = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "400, Refused",
        "401, Ended",
        "403, Refused",
        "404, Refused",
        "408, Unavailable",
        "409, Refused",
        "410, Ended",
        "413, Refused",
        "429, Unavailable",
        "500, Unavailable",
        "503, Unavailable",
        "302, Refused"
    })
    void aStatusSaysWhetherToComeAgain(int status, String kind) {
        assertThat(Reply.ofFailure(status, "").getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void itAsksUntilItIsAnswered() throws Exception {
        var answers = List.<Reply<String>>of(
                        new Reply.Unavailable<>("down"), new Reply.Unavailable<>("down"), new Reply.Answer<>("here"))
                .iterator();

        assertThat(persistence(Duration.ofMinutes(1)).untilAnswered(answers::next, rests::add))
                .isEqualTo(new Settled.Answered<>("here"));
        assertThat(rests).hasSize(2);
    }

    @Test
    void anEndedGenerationEndsTheAsking() {
        Supplier<Reply<String>> ended = () -> new Reply.Ended<>(410);

        assertThatThrownBy(() -> persistence(Duration.ofMinutes(1)).untilAnswered(ended, rests::add))
                .isInstanceOf(GenerationEnded.class);
    }

    @Test
    void silenceThatIsTooLongCountsAsTheEnd() {
        Supplier<Reply<String>> down = () -> new Reply.Unavailable<>("down");

        assertThatThrownBy(() -> persistence(Duration.ZERO).untilAnswered(down, rests::add))
                .isInstanceOf(GenerationEnded.class);
    }

    @Test
    void aDeadlineEndsTheAskingWithoutAnAnswer() throws Exception {
        Supplier<Reply<String>> down = () -> new Reply.Unavailable<>("down");

        assertThat(persistence(Duration.ofMinutes(1)).until(Deadline.in(Duration.ZERO), down))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 100", "1, 100, 200", "3, 400, 800", "10, 2500, 5000", "1000, 2500, 5000"})
    void theRestDoublesUpToALongestOneAndIsNotTheSameForAll(int attempt, long least, long most) {
        for (var seed = 0; seed < 100; seed++) {
            assertThat(Backoff.CALLS.after(attempt, new Random(seed)).toMillis())
                    .isBetween(least, most);
        }
    }

    private static Persistence persistence(Duration orphanedAfter) {
        return new Persistence(Backoff.CALLS, orphanedAfter, new Random(1));
    }
}
