package dev.berth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.ReadyReport;
import dev.berth.session.SessionBuilder;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.store.InMemoryDynamoDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What [ReportReady] and [ReportFailure] make of a session.
class ReportTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");

    @BeforeEach
    void aSandboxIsLaunched() {
        scene.startStep(key, 0);
        FakeSandbox.launched(scene).exchange();
    }

    @Test
    void aSandboxThatIsReadyTwiceIsReadyOnce() {
        var sandbox = FakeSandbox.launched(scene);

        var running = sandbox.ready();

        assertThat(running.status()).isEqualTo(SessionStatus.RUNNING);
        assertThat(sandbox.ready()).isEqualTo(scene.session(key));
        assertThat(scene.events(key))
                .filteredOn(event -> event.data().equals(new EventData.SessionStatus("running", null)))
                .hasSize(1);
    }

    @Test
    void aSandboxThatCannotGoOnFailsItsSessionWithItsReason() {
        FakeSandbox.launched(scene).failed();
        scene.finish(key);

        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.FAILED);
        assertThat(scene.session(key).failure()).isEqualTo(SessionBuilder.FAILURE);
        assertThat(scene.events(key).getLast().data()).isEqualTo(EventData.Error.of(SessionBuilder.FAILURE));
    }

    @Test
    void aReportThatComesWhenTheSessionIsDeletedChangesNothing() {
        var caller = FakeSandbox.launched(scene).caller();
        scene.deleteSession.delete(key);
        var deleted = scene.session(key);

        scene.reportReady.ready(caller, new ReadyReport(List.of()));
        scene.reportFailure.failed(caller, new FailureReport(SessionBuilder.FAILURE));

        assertThat(scene.session(key)).isEqualTo(deleted);
    }
}
