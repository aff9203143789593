package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.docker.EngineOfTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A control plane that is told nothing, on a machine with a container engine.
@Tag("e2e")
@Tag("docker")
class UpWithDockerIT {
    private InstalledBerth berth;

    @BeforeEach
    void install() throws Exception {
        berth = new InstalledBerth();
    }

    @AfterEach
    void leaveNothing() {
        EngineOfTests.of(berth.data()).clear();
    }

    @Test
    void itsSandboxesAreContainersAndStaySo() {
        var up = berth.begin("up", "--port", "0").awaitOut("Berth is ready at ");
        assertThat(up.err()).contains("driver 'docker' (a container engine answers, version ");
        berth.runs("profile", "create", "plain", "--publish");
        assertThat(berth.runs("run", "--profile", "plain", "id -u; pwd")).contains("7000", "/sandbox/workspace");
        assertThat(berth.runs("doctor")).contains("containers (as at the last start)");
        up.interrupt();
        assertThat(EngineOfTests.of(berth.data()).running()).isEmpty();

        var again = berth.begin("up", "--port", "0").awaitOut("Berth is ready at ");
        assertThat(again.err()).contains("driver 'docker' (as at the last start)");
        assertThat(berth.runs("run", "--profile", "plain", "echo again")).contains("again");
        again.interrupt();
    }

    @Test
    void processesCanBeAskedForInstead() {
        var up = berth.up();
        assertThat(up.err()).contains("driver 'process' (as asked)");
        up.interrupt();
        assertThat(berth.runs("doctor")).contains("'--driver docker' changes that");
    }
}
