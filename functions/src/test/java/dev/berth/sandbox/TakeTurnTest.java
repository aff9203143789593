package dev.berth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.MessageMode;
import dev.berth.http.Race;
import dev.berth.protocol.Turn;
import dev.berth.session.OpenTurn;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.store.InMemoryDynamoDb;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeTurnTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);

    @Test
    void theTurnIsOnRecordBeforeTheAgentSeesItsMessage() {
        var turn = sandbox.takeTurn().orElseThrow();

        assertThat(turn.text()).isEqualTo("task");
        assertThat(turn.mode()).isEqualTo(MessageMode.QUEUE);
        assertThat(scene.session(key).turn()).isEqualTo(new OpenTurn(turn.turn(), turn.message(), false));
        assertThat(scene.session(key).queuedMessages()).isZero();
        assertThat(scene.events(key).getLast().data()).isEqualTo(new EventData.TurnStarted(turn.message()));
    }

    @Test
    void askedTwiceItIsTheSameTurnStartedOnce() {
        scene.send(key, "second");

        assertThat(sandbox.takeTurn()).isEqualTo(sandbox.takeTurn());
        assertThat(turnsStarted()).isEqualTo(1);
        assertThat(scene.session(key).queuedMessages()).isEqualTo(1);
    }

    @Test
    void askedFromSeveralThreadsAtOnceItIsTheSameTurn() throws Exception {
        scene.send(key, "second");

        var turns = Race.of(4, sandbox::takeTurn);

        assertThat(turns.stream().map(Optional::orElseThrow).map(Turn::turn).distinct())
                .hasSize(1);
        assertThat(turnsStarted()).isEqualTo(1);
    }

    @Test
    void withoutMessageThereIsNoTurn() {
        sandbox.completeTurn();

        assertThat(sandbox.takeTurn()).isEmpty();
    }

    @Test
    void aSandboxThatStopsGetsNoNewTurn() {
        var caller = sandbox.caller();
        scene.stop(key);

        assertThat(scene.takeTurn.take(caller)).isEmpty();
        assertThat(scene.session(key).queuedMessages()).isEqualTo(1);
    }

    @Test
    void aTurnThatWasCutOffIsNotFedAgainByItself() {
        sandbox.takeTurn();
        scene.stop(key);
        scene.finish(key);
        scene.resumeSession.resume(key, false);

        assertThat(FakeSandbox.running(scene, key).takeTurn()).isEmpty();
    }

    private long turnsStarted() {
        return scene.events(key).stream()
                .filter(event -> event.data() instanceof EventData.TurnStarted)
                .count();
    }
}
