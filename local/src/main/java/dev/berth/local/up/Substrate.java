package dev.berth.local.up;

import dev.berth.local.data.DataFolder;
import dev.berth.local.process.ProcessSandboxDriver;
import dev.berth.local.process.ProcessSnapshotBuilder;
import dev.berth.local.process.SupervisorCache;
import dev.berth.local.process.SupervisorCommand;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.supervisor.process.ProcessIsolation;
import java.io.IOException;
import java.nio.file.Path;

/// A driver and its snapshot builder: what sandboxes are on this machine.
record Substrate(ProcessSandboxDriver driver, ProcessSnapshotBuilder builder) implements AutoCloseable {
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    static Substrate processes(DataFolder folder, SandboxObserver sandboxes, SnapshotObserver snapshots)
            throws IOException {
        var isolation = ProcessIsolation.probe();
        var searchPath = System.getenv().getOrDefault("PATH", DEFAULT_PATH);
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var supervisor =
                new SupervisorCommand(java, SupervisorClassPath.ofThisProcess(), supervisorCache(), searchPath, null);
        return new Substrate(
                new ProcessSandboxDriver(
                        folder.sandboxes(), folder.places(), folder.snapshots(), supervisor, isolation, sandboxes),
                new ProcessSnapshotBuilder(folder.snapshots(), isolation, searchPath, snapshots));
    }

    /// The launcher says which: it is made once after a build.
    private static SupervisorCache supervisorCache() {
        var made = System.getProperty("berth.supervisor.cache");
        var making = System.getProperty("berth.supervisor.cache.output");
        if (making != null) {
            return new SupervisorCache.Make(Path.of(making));
        }
        return made == null ? new SupervisorCache.None() : new SupervisorCache.Use(Path.of(made));
    }

    @Override
    public void close() {
        builder.close();
    }
}
