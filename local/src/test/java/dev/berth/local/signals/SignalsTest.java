package dev.berth.local.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.InMemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever signal comes at whatever moment, the session ends where the signal says, and no time-out has to pass.
class SignalsTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final List<String> faults = new ArrayList<>();
    private int combinations;

    @Test
    void everySignalAtEveryMomentIsFollowedWithoutATimeOut() {
        var stage = new Stage(DYNAMO_DB);
        var baseline = new Play(stage, Interjection.READY, Moments.NEVER, false);
        var moments = baseline.run();
        assertThat(baseline.fault()).isEmpty();
        for (var interjection : Interjection.values()) {
            for (var moment = 0; moment < moments.size(); moment++) {
                var overtakes = play(stage, interjection, moment, false, moments.get(moment));
                if (overtakes) {
                    play(stage, interjection, moment, true, moments.get(moment));
                }
            }
        }
        System.out.printf("%d moments, %d combinations of moment, signal and order%n", moments.size(), combinations);
        assertThat(faults).isEmpty();
    }

    /// @return whether another order is possible
    private boolean play(Stage stage, Interjection interjection, int moment, boolean overtaken, String point) {
        var play = new Play(stage, interjection, moment, overtaken);
        play.run();
        if (play.cameBetween()) {
            combinations++;
            play.fault()
                    .ifPresent(fault -> faults.add("%s at %d, %s%s: %s"
                            .formatted(interjection, moment, point, overtaken ? ", overtaking" : "", fault)));
        }
        return play.couldOvertake();
    }
}
