package dev.berth.local.docker;

import dev.berth.supervisor.build.BuildFailed;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;

/// An engine with what Berth keeps in it: its runtime, its network, the containers and images of one data folder.
public final class DockerHost implements Closeable {
    private final Engine engine;
    private final Abilities abilities;
    private final Containers containers;
    private final RuntimeVolume runtime;
    private final SandboxNetwork network;
    private final SnapshotImages images;
    private final BaseImages bases;

    /// @param installation names the data folder, so that several can share an engine
    /// @param supervisorClassPath of what runs in the containers
    public DockerHost(Engine engine, String installation, String supervisorClassPath) {
        var built = new BuiltImages(engine);
        this.engine = engine;
        var info = engine.info();
        this.abilities =
                new Abilities(Optional.ofNullable(info.getNCPU()).orElse(1), DiskLimit.works(engine, info, built));
        this.containers = new Containers(engine, installation);
        this.runtime = new RuntimeVolume(engine, built, RuntimeContext.of(supervisorClassPath));
        this.network = new SandboxNetwork(engine);
        this.images = new SnapshotImages(engine);
        this.bases = new BaseImages(engine, built);
    }

    /// Where sandboxes reach this machine; empty when the engine is in a virtual machine.
    public Optional<InetAddress> gateway() throws IOException {
        return network.localGateway();
    }

    /// Has everything there that a container needs besides its image.
    void prepare(Consumer<String> progress) throws BuildFailed {
        runtime.ensure(progress);
        network.ensure();
    }

    /// What was there may have been removed: it is looked for again before the next container.
    void doubt() {
        runtime.doubt();
    }

    Engine engine() {
        return engine;
    }

    Abilities abilities() {
        return abilities;
    }

    Containers containers() {
        return containers;
    }

    RuntimeVolume runtime() {
        return runtime;
    }

    SnapshotImages images() {
        return images;
    }

    BaseImages bases() {
        return bases;
    }

    @Override
    public void close() {
        engine.close();
    }

    /// @param cpus it refuses to promise more
    /// @param limitsDisk it can keep a container from filling the disk
    record Abilities(int cpus, boolean limitsDisk) {}
}
