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
    private final Driver driver;
    private final Running running;

    /// @param points is told of what it does
    ControlPlaneHere(Path root, Driver driver, Clock clock, Points points) {
        this.data = root.resolve("data");
        this.driver = driver;
        var seams =
                new Seams(clock, client -> ObservedStore.of(client, points), ports -> ObservedPorts.of(ports, points));
        this.running = new LocalLauncher(seams).start(new UpSettings(0, data, driver, null));
    }

    Client client() {
        return new Client(running.url(), this);
    }

    Sandboxes sandboxes() {
        return Sandboxes.of(driver, data);
    }

    int port() {
        return running.url().getPort();
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
        sandboxes().clear();
    }
}
