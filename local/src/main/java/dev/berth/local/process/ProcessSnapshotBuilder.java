package dev.berth.local.process;

import dev.berth.local.driver.Build;
import dev.berth.local.driver.SnapshotBuilds;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Path;

/// Makes snapshots that are folders, each copied by the sandboxes that start from it.
public final class ProcessSnapshotBuilder implements SnapshotBuilder, AutoCloseable {
    private final SnapshotBuilds builds;

    /// @param snapshots where they are kept
    /// @param searchPath the `PATH` that setup scripts look for programs in
    public ProcessSnapshotBuilder(
            Path snapshots, ProcessIsolation isolation, String searchPath, SnapshotObserver observer)
            throws IOException {
        this.builds = new SnapshotBuilds(
                new SnapshotFolders(snapshots.toRealPath()),
                new InProcesses(new ProcessLauncher(isolation), searchPath),
                observer);
    }

    @Override
    public void start(BuildRequest request) {
        builds.start(request);
    }

    @Override
    public void cancel(String build) {
        builds.cancel(build);
    }

    @Override
    public BuildObservation observe(String build) {
        return builds.observe(build);
    }

    @Override
    public String log(String build) {
        return builds.log(build);
    }

    @Override
    public void discard(Artifact artifact) {
        builds.forget(Path.of(artifact.ref()).getFileName().toString());
    }

    @Override
    public void close() {
        builds.close();
    }

    private record InProcesses(ProcessLauncher launcher, String searchPath) implements Build.Kind {
        @Override
        public String driver() {
            return ProcessSandboxDriver.NAME;
        }

        @Override
        public Build begin(BuildRequest request, SnapshotFolder folder) throws IOException {
            return new SnapshotBuild(request, folder, launcher, searchPath);
        }
    }
}
