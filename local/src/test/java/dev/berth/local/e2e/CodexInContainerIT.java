package dev.berth.local.e2e;

import dev.berth.local.docker.EngineOfTests;
import dev.berth.supervisor.model.ScriptedModel;
import java.net.InetAddress;
import org.junit.jupiter.api.Tag;

/// The same with the codex of the base image, in containers.
@Tag("docker")
class CodexInContainerIT extends CodexIT {
    @Override
    ScriptedModel startModel() throws Exception {
        return new ScriptedModel(InetAddress.getByName(EngineOfTests.gatewayAddress()));
    }

    @Override
    Command startUp(InstalledBerth installed) {
        return installed.begin("up", "--port", "0", "--driver", "docker").awaitOut("Berth is ready at ");
    }

    @Override
    void leaveNothing(InstalledBerth installed) {
        EngineOfTests.of(installed.data()).clear();
    }
}
