package dev.berth.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Failure;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.SandboxStopped;
import dev.berth.session.ExecutionEnded;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.store.InMemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstrateEventsFunctionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final List<String> endedBuilds = new ArrayList<>();
    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SubstrateEventsFunction function = new SubstrateEventsFunction(
            new SandboxStopped(scene.sandboxes, scene.sessions, scene.transitions, scene.goneObserver),
            endedBuilds::add,
            new ExecutionEnded(scene.sessions, scene.transitions, scene.settleSession));

    @Test
    void aTaskThatRanOutOfMemoryIsLostForThatReason() {
        var sandbox = FakeSandbox.running(scene, scene.start("work"));
        tell(taskStopped(sandbox));
        assertStopping(sandbox.session(), StopReason.LOST, "sandbox_out_of_memory");
    }

    @Test
    void aTaskWhoseSnapshotIsMissingFailsTheSessionWithoutAnotherLaunch() {
        var key = scene.start("work");
        scene.startStep(key, 0);
        tell(taskStopped(FakeSandbox.launched(scene))
                .replace("Essential container in task exited", "CannotPullContainerError: image not found")
                .replace("OutOfMemoryError: Container killed due to memory usage", ""));
        assertStopping(key, StopReason.FAILED, "snapshot_missing");
    }

    @Test
    void stoppingATaskByHandIsAWayToStopASession() {
        var sandbox = FakeSandbox.running(scene, scene.start("work"));
        tell(byHand(taskStopped(sandbox)));
        assertThat(scene.session(sandbox.session()).reason()).isEqualTo(StopReason.USER);
        scene.finish(sandbox.session());
        assertThat(scene.status(sandbox.session())).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void whatATaskOfAnEarlierGenerationCameToChangesNothing() {
        var key = scene.start("work");
        scene.startStep(key, 0);
        var earlier = FakeSandbox.launched(scene);
        earlier.endByItself("exit code 1");
        scene.startStep(key, 1);
        tell(byHand(taskStopped(earlier)));
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void aTaskThatHasNotStoppedYetAndOneThatIsNoSandboxChangeNothing() {
        var sandbox = FakeSandbox.running(scene, scene.start("work"));
        tell(taskStopped(sandbox).replace("\"STOPPED\"", "\"RUNNING\""));
        tell(AwsEvents.aws("task-stopped").replace("BERTH_SANDBOX", "OTHER"));
        tell(AwsEvents.aws("task-stopped"));
        assertThat(scene.status(sandbox.session())).isEqualTo(SessionStatus.RUNNING);
    }

    @Test
    void abortingAnExecutionByHandIsAWayToStopASession() {
        var key = FakeSandbox.running(scene, scene.start("work")).session();
        tell(execution(key, "ABORTED"));
        tell(execution(key, "ABORTED"));
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.USER);
        assertThat(scene.driver.stopped()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "TIMED_OUT"})
    void anExecutionThatFailsSettlesItsRun(String status) {
        var key = FakeSandbox.running(scene, scene.start("work")).session();
        tell(execution(key, status));
        assertThat(scene.status(key)).isEqualTo(SessionStatus.FAILED);
        assertThat(failureOf(key)).isEqualTo("workflow_ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "RUNNING"})
    void oneThatDoesNotIsLeftToItself(String status) {
        var key = FakeSandbox.running(scene, scene.start("work")).session();
        tell(execution(key, status));
        assertThat(scene.status(key)).isEqualTo(SessionStatus.RUNNING);
    }

    @Test
    void anExecutionOfAnEarlierRunSettlesNothing() {
        var key = FakeSandbox.running(scene, scene.start("work")).session();
        tell(execution(key, "ABORTED").replace("\\\"run\\\":1", "\\\"run\\\":0"));
        assertThat(scene.status(key)).isEqualTo(SessionStatus.RUNNING);
    }

    @Test
    void aBuildThatEndedIsToldByOurName() {
        tell(AwsEvents.aws("build-succeeded"));
        tell(AwsEvents.aws("build-succeeded").replace("SUCCEEDED", "IN_PROGRESS"));
        tell(AwsEvents.aws("build-succeeded").replace("BERTH_BUILD", "OTHER"));
        assertThat(endedBuilds).containsExactly("bld_01kapj7k3s5w8z1c4e6g9j2m5p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"detail-type\": \"ECS Task State Change\"}", "null"})
    void whatIsNoEventIsRefused(String event) {
        assertThatThrownBy(() -> tell(event)).isInstanceOf(IllegalArgumentException.class);
    }

    private void tell(String event) {
        AwsEvents.call(function, event);
    }

    private static String taskStopped(FakeSandbox sandbox) {
        return AwsEvents.aws("task-stopped")
                .replace("sbx_01kapj7k3s5w8z1c4e6g9j2m5p", sandbox.ref().id());
    }

    private static String byHand(String event) {
        return event.replace("EssentialContainerExited", "UserInitiated")
                .replace("Essential container in task exited", "Task stopped by user")
                .replace("OutOfMemoryError: Container killed due to memory usage", "");
    }

    private static String execution(SessionKey key, String status) {
        return AwsEvents.aws("execution-aborted")
                .replace("ABORTED", status)
                .replace("org_01kap0000000000000000000a1", key.organization())
                .replace("ses_01kapj7k3s5w8z1c4e6g9j2m5p", key.session());
    }

    private void assertStopping(SessionKey key, StopReason reason, String failure) {
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPING);
        assertThat(scene.session(key).reason()).isEqualTo(reason);
        assertThat(failureOf(key)).isEqualTo(failure);
    }

    private String failureOf(SessionKey key) {
        Failure failure = scene.session(key).failure();
        return failure == null ? "" : failure.code();
    }
}
