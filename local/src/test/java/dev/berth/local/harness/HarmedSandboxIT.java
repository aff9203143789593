package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a session whose supervisor or agent is killed, or whose clock is set: and nothing of any other,
/// since all have one control plane.
@Tag("harness")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarmedSandboxIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    final JumpingClock clock = new JumpingClock();
    ControlPlaneHere controlPlane;
    Client client;
    Profile profile;
    private volatile String deadly = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        controlPlane = new ControlPlaneHere(folder, driver(), clock, this::pass);
        client = controlPlane.client();
        client.call("PATCH", "/v1/organization", Map.of("limits", Map.of("concurrentSessions", 1)), Map.of())
                .expect(200);
        profile = Profile.published(client, folder, sandboxes());
    }

    @AfterAll
    void end() {
        controlPlane.close();
    }

    Driver driver() {
        return Driver.process;
    }

    @Test
    void aSupervisorKilledBeforeItIsReadyIsFollowedByAnother() {
        deadly = "after SandboxDriver.launch";
        var session = ClientSession.start(client, profile, Scripts.NUMBERED_LINES, false);
        assertThat(session.awaitTurn(session.task())).isEqualTo("completed");
        assertThat(session.view().body().path("generation").asInt()).isEqualTo(2);
        assertItStopsAndLeavesItsSlot(session);
    }

    @Test
    void aSupervisorKilledInATurnFailsTheSessionAndCutsTheTurnOff() {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        killSupervisor();
        session.awaitStatus("failed");
        assertThat(session.awaitTurn(task)).isEqualTo("failed");
        assertThat(session.view().body().path("failure").path("code").asString())
                .isEqualTo("sandbox_lost");
        assertNoSandboxIsLeft();
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        assertItStopsAndLeavesItsSlot(session);
    }

    @Test
    void aSupervisorKilledWhileIdleFailsTheSession() {
        var session = ClientSession.start(client, profile, Scripts.NUMBERED_LINES, false);
        session.awaitTurn(session.task());
        killSupervisor();
        session.awaitStatus("failed");
        assertThat(session.view().body().path("failure").path("code").asString())
                .isEqualTo("sandbox_lost");
        assertTheSlotIsFree();
    }

    @Test
    void aSupervisorKilledWhileStoppingIsStopped() {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        deadly = "before SandboxDriver.stop";
        session.steer("stop");
        session.awaitStatus("stopped");
        assertThat(session.awaitTurn(task)).isNotEqualTo("completed");
        session.transcript().check();
        assertTheSlotIsFree();
    }

    @Test
    void anAgentKilledInATurnFailsTheTurnAndNotTheSession() {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        killAgent();
        assertThat(session.awaitTurn(task)).isEqualTo("failed");
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        assertItStopsAndLeavesItsSlot(session);
    }

    @Test
    void anAgentKilledWhileIdleIsThereForTheNextMessage() {
        var session = ClientSession.start(client, profile, Scripts.NUMBERED_LINES, false);
        session.awaitTurn(session.task());
        killAgent();
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        assertItStopsAndLeavesItsSlot(session);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aClockThatJumpsByAnHourEndsNothing(int hours) {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        clock.jump(Duration.ofHours(hours));
        session.steer("interrupt");
        assertThat(session.awaitTurn(task)).isEqualTo("interrupted");
        clock.jump(Duration.ofHours(hours));
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        assertThat(session.view().text("status")).isEqualTo("running");
        assertItStopsAndLeavesItsSlot(session);
    }

    /// Kills the supervisor when the control plane comes to the chosen point, once.
    private synchronized void pass(String point) {
        if (point.equals(deadly)) {
            deadly = "";
            killSupervisor();
        }
    }

    void killSupervisor() {
        await().atMost(GENEROUS).until(() -> sandboxes().killSupervisor());
    }

    private void killAgent() {
        assertThat(sandboxes().killAgent()).isTrue();
    }

    final void assertItStopsAndLeavesItsSlot(ClientSession session) {
        session.steer("stop");
        session.awaitStatus("stopped");
        session.transcript().check();
        assertTheSlotIsFree();
    }

    /// The only one there is.
    final void assertTheSlotIsFree() {
        assertNoSandboxIsLeft();
        var other = ClientSession.start(client, profile, "echo line 1", true);
        assertThat(other.awaitTurn(other.task())).isEqualTo("completed");
        other.awaitStatus("stopped");
        assertNoSandboxIsLeft();
    }

    final void assertNoSandboxIsLeft() {
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(sandboxes().standing()).isEmpty());
    }

    final Sandboxes sandboxes() {
        return controlPlane.sandboxes();
    }
}
