package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a session makes of a control plane that is away.
@Tag("harness")
class RecoveryIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private ControlPlaneChild controlPlane;
    private Client client;
    private Profile profile;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        controlPlane = new ControlPlaneChild(folder, driver(), List.of());
        client = controlPlane.client();
        controlPlane.ensureRunning();
        profile = Profile.published(client, folder, controlPlane.sandboxes());
    }

    @AfterEach
    void end() throws InterruptedException {
        controlPlane.close();
    }

    Driver driver() {
        return Driver.process;
    }

    @Test
    void aTurnThatRanWhileNobodyListenedIsToldWhole() throws Exception {
        var done = new Visits();
        var script =
                Scripts.SLOW_LINES + "; " + done.visit(controlPlane.sandboxes().hostAddress());
        var session = ClientSession.start(client, profile, script, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        controlPlane.kill();
        await().atMost(GENEROUS).until(() -> done.count() == 1);
        controlPlane.ensureRunning();
        assertThat(session.awaitTurn(task)).isEqualTo("completed");
        session.transcript().check();
        session.transcript().checkLines(task, Scripts.LINES);
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
    }

    @Test
    void aCleanStopLeavesNoProcessAndSessionsThatCanBeResumed() throws Exception {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        controlPlane.stop();
        Scenario.assertNothingRuns(controlPlane);
        controlPlane.ensureRunning();
        var view = session.view();
        assertThat(view.text("status")).isEqualTo("stopped");
        assertThat(view.text("statusReason")).isEqualTo("shutdown");
        assertThat(session.awaitTurn(task)).isNotEqualTo("completed");
        session.steer("resume");
        session.awaitStatus("running");
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        session.transcript().check();
    }
}
