package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a client does with a control plane, from a new profile to two sessions that ran and ended, and what must hold
/// however often the control plane dies on the way.
final class Scenario {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(60);

    private final ControlPlaneChild controlPlane;
    private final Client client;

    Scenario(ControlPlaneChild controlPlane) {
        this.controlPlane = controlPlane;
        this.client = controlPlane.client();
    }

    void play() throws IOException, InterruptedException {
        client.call("PATCH", "/v1/organization", Map.of("limits", Map.of("concurrentSessions", 1)), Map.of())
                .expect(200);
        var profile = Profile.published(client, controlPlane.root(), controlPlane.sandboxes());
        var setupRuns = profile.setupRuns();
        assertThat(setupRuns)
                .isLessThanOrEqualTo(1 + controlPlane.trace().killed().size());
        workedWith(profile);
        shutDown(profile);
        assertThat(profile.setupRuns()).as("sessions do not run setup").isEqualTo(setupRuns);
        controlPlane.stop();
        assertNothingRuns(controlPlane);
    }

    static void assertNothingRuns(ControlPlaneChild controlPlane) {
        await().atMost(GONE_WITHIN)
                .untilAsserted(
                        () -> assertThat(controlPlane.sandboxes().standing()).isEmpty());
    }

    /// Runs, is interrupted, is stopped, resumes with a message and the workspace that it had, is deleted. The sandbox
    /// outlives the control plane: no turn is cut off, and what it kept is kept.
    private void workedWith(Profile profile) {
        var session = ClientSession.start(client, profile, Scripts.NUMBERED_LINES, false);
        var first = session.task();
        assertThat(session.awaitTurn(first)).isEqualTo("completed");
        var second = session.send(Scripts.ENDLESS);
        session.awaitOutput(second, "line 1");
        session.steer("interrupt");
        assertThat(session.awaitTurn(second)).isEqualTo("interrupted");
        session.diff();
        session.steer("stop");
        session.awaitStatus("stopped");
        var third = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(third)).isEqualTo("completed");
        var fourth = session.send(Scripts.SHOW_CHANGES);
        assertThat(session.awaitTurn(fourth)).isEqualTo("completed");
        assertThat(session.transcript().outputOf(fourth)).isEqualTo("first\nchanged\nchanged\n");
        session.transcript().check();
        session.transcript().checkLines(first, Scripts.LINES);
        session.transcript().checkLines(third, Scripts.LINES);
        assertThat(session.messages()).isEqualTo(List.of(first, second, third, fourth));
        session.delete();
    }

    /// Takes the one slot there is, is ended in the middle of a turn by a shutdown, goes on when there is a control
    /// plane again.
    private void shutDown(Profile profile) throws InterruptedException {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, true);
        var first = session.task();
        session.awaitOutput(first, "line 1");
        controlPlane.stop();
        session.steer("stop");
        session.awaitStatus("stopped");
        assertThat(session.awaitTurn(first)).isNotEqualTo("completed");
        var second = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(second)).isEqualTo("completed");
        session.awaitStatus("stopped");
        session.transcript().check();
        session.transcript().checkLines(second, Scripts.LINES);
    }
}
