package dev.berth.session;

import static dev.berth.http.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.conversation.QueuedMessage;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.EventData;
import dev.berth.event.MessageMode;
import dev.berth.protocol.Turn;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendMessageTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 1);

    @Test
    void messagesAreDeliveredInTheOrderTheyCame() {
        var key = scene.start("first");
        scene.send(key, "second");
        scene.send(key, "third");
        var sandbox = FakeSandbox.running(scene, key);

        assertThat(takeAndEnd(sandbox)).isEqualTo("first");
        assertThat(takeAndEnd(sandbox)).isEqualTo("second");
        assertThat(takeAndEnd(sandbox)).isEqualTo("third");
        assertThat(sandbox.takeTurn()).isEmpty();
    }

    @Test
    void aMessageThatInterruptsEndsTheTurnAndGoesFirst() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        var turn = sandbox.takeTurn().orElseThrow().turn();
        scene.send(key, "later");
        scene.send(key, "now", MessageMode.INTERRUPT);

        assertThat(sandbox.heartbeat(0).interruptTurn()).isEqualTo(turn);
        sandbox.send(sandbox.turnEnded(turn));

        assertThat(takeAndEnd(sandbox)).isEqualTo("now");
        assertThat(takeAndEnd(sandbox)).isEqualTo("later");
    }

    @Test
    void aMessageToAStoppedSessionResumesItAndWhatWasQueuedComesFirst() {
        var key = scene.start("never delivered");
        scene.stop(key);
        scene.settle(key);

        scene.send(key, "go on");

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.session(key).run()).isEqualTo(2);
        var sandbox = FakeSandbox.running(scene, key);
        assertThat(takeAndEnd(sandbox)).isEqualTo("never delivered");
        assertThat(takeAndEnd(sandbox)).isEqualTo("go on");
    }

    @Test
    void aMessageToAStoppingSessionIsDeliveredAfterwardsUnlessItIsStoppedAgain() {
        var key = scene.start("task");
        scene.stop(key);

        scene.send(key, "go on");
        assertThat(scene.session(key).resumeRequested()).isTrue();
        scene.stop(key);
        assertThat(scene.session(key).resumeRequested()).isFalse();

        scene.send(key, "do go on");
        scene.finish(key);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.session(key).queuedMessages()).isEqualTo(3);
    }

    @Test
    void aMessageIsInTheLogAsItWasAccepted() {
        var key = scene.start("task");

        var message = scene.send(key, "and this");

        assertThat(message.number()).isEqualTo(2);
        assertThat(scene.events(key).getLast().data())
                .isEqualTo(
                        new EventData.MessageReceived(message.id(), "and this", MessageMode.QUEUE, null, null, null));
    }

    @Test
    void aTextTooLongForAnEventIsWholeInTheObjectStore() {
        var key = scene.start("task");
        var text = "ä".repeat(20_000);

        scene.send(key, text);

        var told = (EventData.MessageReceived) scene.events(key).getLast().data();
        assertThat(told.text()).isEqualTo("ä".repeat(2048));
        assertThat(told.truncated()).isTrue();
        assertThat(told.bytes()).isEqualTo(40_000);
        var url = String.valueOf(told.url());
        var output = url.substring(url.lastIndexOf('/') + 1);
        assertThat(scene.objects.get(StoredObjects.output(key, output)))
                .hasValueSatisfying(
                        bytes -> assertThat(new String(bytes, UTF_8)).isEqualTo(text));
    }

    @Test
    void aMessageThatCannotResumeIsNotAccepted() {
        var key = scene.start("task");
        scene.stop(key);
        scene.settle(key);
        var before = scene.session(key);
        scene.profiles.snapshots.delete(scene.version);

        assertProblem(409, "profile_not_startable", () -> scene.send(key, "go on"));

        assertThat(scene.session(key)).isEqualTo(before);
        assertThat(scene.messages.next(key)).map(QueuedMessage::text).contains("task");
    }

    @Test
    void aMessageToASessionThatRunsNeedsNoSnapshotAndNoPlace() {
        var key = scene.start("runs");
        scene.start("fills the queue");
        FakeSandbox.running(scene, key);
        scene.profiles.snapshots.delete(scene.version);

        scene.send(key, "go on");

        assertThat(scene.session(key).queuedMessages()).isEqualTo(2);
    }

    @Test
    void aFullQueueRefusesAMessageThatWouldResume() {
        var key = scene.start("task");
        scene.stop(key);
        scene.settle(key);
        scene.start("takes the slot");
        scene.start("fills the queue");

        assertProblem(429, "queue_full", () -> scene.send(key, "go on"));

        assertThat(scene.session(key).queuedMessages()).isEqualTo(1);
    }

    private static String takeAndEnd(FakeSandbox sandbox) {
        Turn turn = sandbox.takeTurn().orElseThrow();
        sandbox.send(sandbox.turnEnded(turn.turn()));
        return turn.text();
    }
}
