package dev.berth.local.demo;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Address;
import dev.berth.local.cli.api.ControlPlaneHealth;
import dev.berth.local.cli.api.DataFolder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The control plane that the demo talks to: the one that runs on the data folder already, else one of its own,
/// which ends with the demo.
final class DemoControlPlane implements AutoCloseable {
    private final Address address;
    private final @Nullable ControlPlaneProcess process;

    private DemoControlPlane(Address address, @Nullable ControlPlaneProcess process) {
        this.address = address;
        this.process = process;
    }

    static DemoControlPlane find(Invocation invocation, Narrator narrator) {
        DataFolder data = invocation.dataFolder();
        Optional<String> running = data.url().filter(ControlPlaneHealth::answers);
        if (running.isPresent()) {
            narrator.say("One runs already at " + running.get() + "; the demo uses it and leaves it.");
            return new DemoControlPlane(address(running.get(), data), null);
        }
        narrator.say("Starting one on a free port of this machine, with its data in " + data.path() + "…");
        ControlPlaneProcess process = ControlPlaneProcess.start(
                data.path(), () -> narrator.say("\nInterrupted: stopping what the demo started…"));
        narrator.say("It answers at " + process.url() + ".");
        process.notices().forEach(narrator::say);
        return new DemoControlPlane(address(process.url(), data), process);
    }

    /// Whether it goes on when the demo ends.
    boolean stays() {
        return process == null;
    }

    Address address() {
        return address;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private static Address address(String url, DataFolder data) {
        String key = data.adminKey()
                .orElseThrow(() -> new CommandFailure(
                        "There is no administrator's key in %s.".formatted(data.path()),
                        "Start with another data folder, or restore the file admin-key."));
        return new Address(URI.create(url), key);
    }
}
