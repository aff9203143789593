package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.docker.EngineOfTests;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The same with sandboxes that are containers, and what befalls only those.
@Tag("docker")
class HarmedContainerIT extends HarmedSandboxIT {
    @Override
    Driver driver() {
        return Driver.docker;
    }

    @Test
    void aContainerKilledInATurnFailsTheSession() {
        assertASessionIsLostAndGoesOn(EngineOfTests::kill);
    }

    @Test
    void aContainerRemovedInATurnFailsTheSession() {
        assertASessionIsLostAndGoesOn(EngineOfTests::remove);
    }

    private void assertASessionIsLostAndGoesOn(Consumer<EngineOfTests> harm) {
        var session = ClientSession.start(client, profile, Scripts.ENDLESS, false);
        var task = session.task();
        session.awaitOutput(task, "line 1");
        harm.accept(EngineOfTests.of(controlPlane.data()));
        session.awaitStatus("failed");
        assertThat(session.awaitTurn(task)).isEqualTo("failed");
        assertThat(session.view().body().path("failure").path("code").asString())
                .isEqualTo("sandbox_lost");
        var next = session.send(Scripts.NUMBERED_LINES);
        assertThat(session.awaitTurn(next)).isEqualTo("completed");
        assertItStopsAndLeavesItsSlot(session);
    }
}
