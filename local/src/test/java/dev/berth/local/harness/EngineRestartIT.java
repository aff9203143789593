package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.docker.EngineOfTests;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of sessions whose container engine is restarted. Nothing else may use the engine meanwhile: it is run
/// by itself, with the command that restarts the engine in `engine.restart`.
@Tag("engine")
class EngineRestartIT {
    private static final String RESTART = System.getProperty("engine.restart", "false");

    @TempDir
    private Path folder;

    private ControlPlaneHere controlPlane;
    private Client client;
    private Profile profile;

    @BeforeEach
    void start() throws Exception {
        controlPlane = new ControlPlaneHere(folder, Driver.docker, Clock.systemUTC(), _ -> {});
        client = controlPlane.client();
        profile = Profile.published(client, folder, controlPlane.sandboxes());
    }

    @AfterEach
    void end() {
        controlPlane.close();
    }

    @Test
    void aSessionAtWorkIsLostAndGoesOnWhenAsked() throws Exception {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        restartEngine();
        session.awaitStatus("failed");
        assertThat(session.awaitTurn(task)).isNotEqualTo("completed");
        assertThat(session.view().body().path("failure").path("code").asString())
                .isEqualTo("sandbox_lost");
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        session.steer("stop");
        session.awaitStatus("stopped");
        session.transcript().check();
        session.transcript().checkLines(next, Scripts.LINES);
        assertThat(EngineOfTests.of(controlPlane.data()).running()).isEmpty();
    }

    @Test
    void aSessionStartsOnceTheEngineIsBack() throws Exception {
        restartEngine();
        var session = ClientSession.start(client, profile, Scripts.NUMBERED_LINES, true);
        assertThat(session.awaitTurn(session.task())).isEqualTo("completed");
        session.awaitStatus("stopped");
        session.transcript().check();
    }

    private static void restartEngine() throws Exception {
        var restarting = new ProcessBuilder("bash", "-c", RESTART).inheritIO().start();
        assertThat(restarting.waitFor()).as(RESTART).isZero();
    }
}
