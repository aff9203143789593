package dev.berth.local.harness;

import dev.berth.local.docker.EngineOfTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Sandboxes that are containers.
record SandboxContainers(Path data) implements Sandboxes {
    /// The container's first process has one child.
    private static final String KILL_SUPERVISOR = "kill -9 $(cat /proc/1/task/1/children)";

    private static final String KILL_AGENT =
            "for p in /proc/[0-9]*; do [ $(stat -c %u $p) = 7000 ] && kill -9 ${p#/proc/} && found=1; done; [ $found ]";

    @Override
    public boolean killSupervisor() {
        return EngineOfTests.of(data).inSandboxes(KILL_SUPERVISOR);
    }

    @Override
    public boolean killAgent() {
        return EngineOfTests.of(data).inSandboxes(KILL_AGENT);
    }

    @Override
    public List<String> standing() {
        return EngineOfTests.of(data).running();
    }

    @Override
    public String hostAddress() throws IOException {
        return EngineOfTests.gatewayAddress();
    }

    @Override
    public void kill() {
        EngineOfTests.of(data).kill();
    }

    @Override
    public void clear() {
        EngineOfTests.of(data).clear();
    }
}
