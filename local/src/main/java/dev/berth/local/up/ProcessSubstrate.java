package dev.berth.local.up;

import dev.berth.local.data.DataFolder;
import dev.berth.local.process.ProcessSandboxDriver;
import dev.berth.local.process.ProcessSnapshotBuilder;
import dev.berth.local.process.SupervisorCommand;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.program.SupervisorCache;
import dev.berth.supervisor.program.SupervisorClassPath;
import java.io.IOException;
import java.nio.file.Path;

/// Sandboxes that are processes in folders.
record ProcessSubstrate(ProcessSandboxDriver driver, ProcessSnapshotBuilder builder) implements Substrate {
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    @Override
    public void recover() {
        driver.recover();
    }

    @Override
    public void close() {
        builder.close();
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

    record InFolder(DataFolder folder) implements Kind {
        @Override
        public SandboxAddress address(int port) {
            return SandboxAddress.loopback(port);
        }

        @Override
        public boolean takesAnyImage() {
            return false;
        }

        @Override
        public RepositoryUrlPolicy repositoryUrls() {
            return RepositoryUrlPolicy.ONE_MACHINE;
        }

        @Override
        public Substrate open(SandboxObserver sandboxes, SnapshotObserver snapshots) throws IOException {
            var isolation = ProcessIsolation.probe();
            var searchPath = System.getenv().getOrDefault("PATH", DEFAULT_PATH);
            var java = Path.of(System.getProperty("java.home"), "bin", "java");
            var supervisor = new SupervisorCommand(
                    java, SupervisorClassPath.ofThisProcess(), supervisorCache(), searchPath, null);
            return new ProcessSubstrate(
                    new ProcessSandboxDriver(
                            folder.sandboxes(), folder.places(), folder.snapshots(), supervisor, isolation, sandboxes),
                    new ProcessSnapshotBuilder(folder.snapshots(), isolation, searchPath, snapshots));
        }
    }
}
