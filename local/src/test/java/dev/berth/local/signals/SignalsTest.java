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
        var rehearsal = new Rehearsal(stage);
        var undisturbed = new Play(stage, rehearsal);
        undisturbed.run();
        var moments = rehearsal.passed();
        assertThat(undisturbed.fault()).isEmpty();
        for (var moment = 0; moment < moments.size(); moment++) {
            for (var interjection : moments.get(moment).possible()) {
                play(stage, interjection, moment, moments.get(moment).point());
            }
        }
        System.out.printf("%d moments, %d combinations of moment, signal and order%n", moments.size(), combinations);
        assertThat(faults).isEmpty();
    }

    /// In each order that is possible.
    private void play(Stage stage, Interjection interjection, int moment, String point) {
        if (play(stage, interjection, moment, point, false)) {
            play(stage, interjection, moment, point, true);
        }
    }

    /// @return whether what the signal set off could also have come first
    private boolean play(Stage stage, Interjection interjection, int moment, String point, boolean overtaken) {
        var play = new Play(stage, interjection, moment, overtaken);
        play.run();
        assertThat(play.cameBetween()).as(point).isTrue();
        combinations++;
        play.fault()
                .ifPresent(fault -> faults.add("%s at %d, %s%s: %s"
                        .formatted(interjection, moment, point, overtaken ? ", overtaking" : "", fault)));
        return play.couldOvertake();
    }
}
