package dev.berth.session;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.conversation.EventLog;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.StoredObjects;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.Observation;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.PageRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DeleteSessionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 10);

    @Test
    void aDeletedSessionIsNotFoundAnyMore() {
        var key = scene.start("task");
        FakeSandbox.running(scene, key);

        scene.deleteSession.delete(key);

        assertProblem(404, "session_not_found", () -> scene.readSession.get(key));
        assertThat(scene.readSession
                        .list(scene.organization, new PageRequest(10, null), _ -> true)
                        .items())
                .isEmpty();
    }

    @Test
    void aDeletedSessionIsStoppedAndItsSlotGoesToTheNext() {
        var key = scene.start("task");
        var next = scene.start("next");
        FakeSandbox.running(scene, key);

        scene.deleteSession.delete(key);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPING);
        scene.finish(key);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
        assertThat(scene.status(next)).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void aDeletedSessionThatWaitedLeavesTheQueue() {
        scene.start("runs");
        var key = scene.start("waits");

        scene.deleteSession.delete(key);

        assertThat(scene.admissions.read(scene.organization).queue()).isEmpty();
    }

    @Test
    void aDeletedSessionThatWasToBeResumedIsNot() {
        var key = scene.start("task");
        scene.stop(key);
        scene.resumeSession.resume(key, false);

        scene.deleteSession.delete(key);
        scene.finish(key);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void whatADeletedSessionLeftIsPurgedWhenItHasEnded() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        sandbox.send(sandbox.diffUpdated());
        sandbox.completeTurn();
        scene.send(key, "never delivered");
        scene.objects.put(StoredObjects.diff(key, 1), new byte[] {1});
        scene.deleteSession.delete(key);
        scene.sweepSessions.sweep();
        assertThat(rowsOf(key)).as("while it stops").isNotEmpty();
        scene.finish(key);

        scene.sweepSessions.sweep();

        assertThat(rowsOf(key)).isEmpty();
        assertThat(scene.objects.keys()).isEmpty();
    }

    @Test
    void aSandboxThatGoesAfterItsSessionWasPurgedIsOfNoInterest() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        scene.deleteSession.delete(key);
        scene.finish(key);
        scene.sweepSessions.sweep();

        scene.goneObserver.gone(sandbox.ref(), new Observation.Gone("late"));

        assertThat(scene.sessions.find(key)).isEmpty();
    }

    private static Stream<Map<String, AttributeValue>> rowsOf(SessionKey key) {
        return Stream.of(SessionRows.partition(key), EventLog.partition(key), MessageQueue.partition(key))
                .flatMap(partition -> DYNAMO_DB
                        .client()
                        .query(query -> query.tableName(DYNAMO_DB.tableName())
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
                        .items()
                        .stream());
    }
}
