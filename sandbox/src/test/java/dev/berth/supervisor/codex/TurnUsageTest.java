package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.Usage;
import dev.berth.supervisor.codex.Notification.Tokens;
import dev.berth.supervisor.codex.Notification.TokensUsed;
import org.junit.jupiter.api.Test;

class TurnUsageTest {
    private final TurnUsage usage = new TurnUsage();

    @Test
    void aTurnIsToldItsOwnTokensAndNotThoseBefore() {
        usage.begin();
        usage.used(used(100, 10, 100, 10));
        usage.used(used(250, 25, 150, 15));
        assertThat(usage.ofTurn()).isEqualTo(new Usage(250, 25));

        usage.begin();
        usage.used(used(500, 50, 250, 25));
        assertThat(usage.ofTurn()).isEqualTo(new Usage(250, 25));
    }

    @Test
    void whatWasUsedInAnEarlierProcessIsNotCounted() {
        usage.used(used(1000, 100, 10, 1));
        usage.begin();
        usage.used(used(1100, 110, 100, 10));
        assertThat(usage.ofTurn()).isEqualTo(new Usage(100, 10));
    }

    @Test
    void anEarlierProcessThatSaidNothingIsFoundOutByTheLastRequest() {
        usage.begin();
        usage.used(used(1100, 110, 100, 10));
        assertThat(usage.ofTurn()).isEqualTo(new Usage(100, 10));
    }

    @Test
    void aTurnThatAskedNoModelHasNone() {
        assertThat(usage.ofTurn()).isNull();
        usage.used(used(100, 10, 100, 10));
        usage.begin();
        assertThat(usage.ofTurn()).isNull();
    }

    private static TokensUsed used(long input, long output, long lastInput, long lastOutput) {
        return new TokensUsed(new Tokens(input, output), new Tokens(lastInput, lastOutput));
    }
}
