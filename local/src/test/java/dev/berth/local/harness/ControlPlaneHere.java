package dev.berth.local.harness;

import dev.berth.local.cli.up.ControlPlaneLauncher.Running;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.up.LocalLauncher;
import dev.berth.local.up.Seams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// A control plane in this process, for what harms others than itself.
final class ControlPlaneHere implements Client.Server, AutoCloseable {
    private final Path data;
    private final Running running;

    /// @param points is told of what it does
    ControlPlaneHere(Path root, Clock clock, Points points) {
        this.data = root.resolve("data");
        var seams =
                new Seams(clock, client -> ObservedStore.of(client, points), ports -> ObservedPorts.of(ports, points));
        this.running = new LocalLauncher(seams).start(new UpSettings(0, data, Driver.process, null));
    }

    Client client() {
        return new Client(running.url(), this);
    }

    Path data() {
        return data;
    }

    @Override
    public void ensureRunning() {}

    @Override
    public String adminKey() throws IOException {
        return Files.readString(data.resolve("admin-key")).strip();
    }

    @Override
    public void close() {
        running.stop();
    }
}
