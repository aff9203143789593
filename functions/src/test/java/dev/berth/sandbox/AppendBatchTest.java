package dev.berth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.conversation.LastDiff;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.http.Race;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StartCommand;
import dev.berth.session.StopReason;
import dev.berth.store.InMemoryDynamoDb;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AppendBatchTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);

    @Test
    void eventsGetTheirPlaceAndTheirGeneration() {
        var before = scene.events(key).getLast().seq();

        var answer = sandbox.send(sandbox.text("one"), sandbox.text("two"));

        assertThat(answer.acknowledgedBatch()).isEqualTo(1);
        assertThat(texts()).containsExactly("one", "two");
        assertThat(scene.events(key))
                .filteredOn(event -> event.seq() > before)
                .extracting(SessionEvent::seq, SessionEvent::generation)
                .containsExactly(tuple(before + 1, 1), tuple(before + 2, 1));
    }

    @Test
    void aBatchThatIsSentTwiceIsInTheLogOnce() {
        sandbox.send(1, sandbox.text("once"));

        assertThat(sandbox.send(1, sandbox.text("once")).acknowledgedBatch()).isEqualTo(1);
        assertThat(texts()).containsExactly("once");
    }

    @Test
    void alsoBehindWhatAnotherHasWritten() {
        sandbox.send(1, sandbox.text("once"));
        scene.send(key, "somebody else's");

        assertThat(sandbox.send(1, sandbox.text("once")).acknowledgedBatch()).isEqualTo(1);
        assertThat(texts()).containsExactly("once");
    }

    @Test
    void aBatchThatIsSentFromSeveralThreadsAtOnceIsInTheLogOnce() throws Exception {
        Race.of(4, () -> sandbox.send(1, sandbox.text("once")));

        assertThat(texts()).containsExactly("once");
    }

    @Test
    void aBatchBehindAGapIsNotAppended() {
        sandbox.send(1, sandbox.text("one"));

        assertThat(sandbox.send(3, sandbox.text("three")).acknowledgedBatch()).isEqualTo(1);
        assertThat(sandbox.send(2, sandbox.text("two")).acknowledgedBatch()).isEqualTo(2);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void eachGenerationCountsItsBatchesAnew() {
        sandbox.send(1, sandbox.text("first generation"));
        scene.stop(key);
        scene.finish(key);
        scene.resumeSession.resume(key, false);
        var next = FakeSandbox.running(scene, key);

        assertThat(next.send(1, next.text("second generation")).acknowledgedBatch())
                .isEqualTo(1);
        assertThat(texts()).containsExactly("first generation", "second generation");
    }

    @Test
    void theEndOfATurnIsToldAndClosesIt() {
        var turn = sandbox.takeTurn().orElseThrow().turn();

        sandbox.send(1, sandbox.text("done"), sandbox.turnEnded(turn));
        sandbox.send(1, sandbox.text("done"), sandbox.turnEnded(turn));

        assertThat(scene.session(key).turn()).isNull();
        assertThat(turnsEnded()).isEqualTo(1);
    }

    @Test
    void theEndOfATurnThatIsSentFromSeveralThreadsAtOnceIsToldOnce() throws Exception {
        var turn = sandbox.takeTurn().orElseThrow().turn();

        Race.of(4, () -> sandbox.send(1, sandbox.turnEnded(turn)));

        assertThat(scene.session(key).turn()).isNull();
        assertThat(turnsEnded()).isEqualTo(1);
    }

    @Test
    void anotherTurnsEndClosesNothing() {
        sandbox.takeTurn();

        sandbox.send(sandbox.turnEnded("trn_other"));

        assertThat(scene.session(key).turn()).isNotNull();
    }

    @Test
    void aSessionThatStopsWhenDoneStopsWithTheLastTurnInTheSameBatch() {
        var once = scene.start(new StartCommand(scene.version.profile().profile(), null, null, "only this", true));
        var its = FakeSandbox.running(scene, once);

        assertThat(its.completeTurn().stop()).isTrue();

        assertThat(scene.session(once).status()).isEqualTo(SessionStatus.STOPPING);
        assertThat(scene.session(once).reason()).isEqualTo(StopReason.COMPLETED);
        assertThat(scene.events(once))
                .extracting(SessionEvent::data)
                .endsWith(new EventData.SessionStatus("stopping", "completed"));
        scene.finish(once);
        assertThat(scene.status(once)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void aSessionThatStopsWhenDoneGoesOnWhileMessagesWait() {
        var once = scene.start(new StartCommand(scene.version.profile().profile(), null, null, "this", true));
        var its = FakeSandbox.running(scene, once);
        scene.send(once, "and this");

        assertThat(its.completeTurn().stop()).isFalse();
        assertThat(its.completeTurn().stop()).isTrue();
    }

    @Test
    void theNewestDiffIsKnownByItsGeneration() {
        sandbox.send(sandbox.diffUpdated());

        assertThat(scene.diffs.find(key)).contains(new LastDiff(key, 1, StoredObjects.diff(key, 1)));
    }

    @Test
    void theDiffOfAnEarlierGenerationThatIsLateChangesNothing() {
        var late = new LastDiff(key, 1, StoredObjects.diff(key, 1));
        var newer = new LastDiff(key, 2, StoredObjects.diff(key, 2));
        scene.diffs.record(newer);

        scene.diffs.record(late);

        assertThat(scene.diffs.find(key)).contains(newer);
    }

    @Test
    void theLogHasNoGapsWhoeverWrites() {
        sandbox.send(sandbox.text("one"));
        scene.send(key, "a message");
        sandbox.completeTurn();
        scene.stop(key);
        scene.finish(key);

        var events = scene.events(key);
        assertThat(events)
                .extracting(SessionEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    private List<String> texts() {
        return scene.events(key).stream()
                .map(SessionEvent::data)
                .filter(EventData.AgentText.class::isInstance)
                .map(data -> ((EventData.AgentText) data).text())
                .toList();
    }

    private long turnsEnded() {
        return scene.events(key).stream()
                .filter(event -> event.data() instanceof EventData.TurnEnded)
                .count();
    }
}
