package dev.berth.local.process;

import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes snapshots that are folders, each copied by the sandboxes that start from it.
public final class ProcessSnapshotBuilder implements SnapshotBuilder, AutoCloseable {
    private static final int AT_ONCE = 2;

    private final SnapshotFolders folders;
    private final ProcessLauncher launcher;
    private final String searchPath;
    private final SnapshotObserver observer;
    private final BuildQueue queue = new BuildQueue(AT_ONCE);
    private final Map<String, RunningBuild> running = new ConcurrentHashMap<>();

    /// @param snapshots where they are kept
    /// @param searchPath the `PATH` that setup scripts look for programs in
    public ProcessSnapshotBuilder(
            Path snapshots, ProcessIsolation isolation, String searchPath, SnapshotObserver observer)
            throws IOException {
        this.folders = new SnapshotFolders(snapshots.toRealPath());
        this.launcher = new ProcessLauncher(isolation);
        this.searchPath = searchPath;
        this.observer = observer;
    }

    @Override
    public synchronized void start(BuildRequest request) {
        if (running.containsKey(request.build())) {
            return;
        }
        if (!(observe(request.build()) instanceof BuildObservation.Unknown)) {
            Thread.ofVirtual().start(() -> observer.ended(request.build()));
            return;
        }
        var build = new RunningBuild(request, folders.of(request), launcher, searchPath, this::ended);
        running.put(request.build(), build);
        queue.add(build);
    }

    @Override
    public void cancel(String build) {
        var cancelled = running.get(build);
        if (cancelled != null) {
            cancelled.cancel();
            if (queue.remove(cancelled)) {
                Thread.ofVirtual().start(cancelled);
            }
        }
    }

    @Override
    public BuildObservation observe(String build) {
        if (running.containsKey(build)) {
            return new BuildObservation.Building();
        }
        return folders.find(build).map(this::outcome).orElseGet(BuildObservation.Unknown::new);
    }

    @Override
    public String log(String build) {
        return folders.find(build).map(folder -> BuildLog.read(folder.log())).orElse("");
    }

    @Override
    public void discard(Artifact artifact) {
        try {
            var folder = folders.finished(artifact);
            if (folder.isPresent()) {
                FolderTree.remove(folder.get().root());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends what is being built, as if this process had been killed: nobody knows those builds then.
    @Override
    public void close() {
        running.values().forEach(RunningBuild::abandon);
    }

    private void ended(RunningBuild build) {
        running.remove(build.id());
        if (!build.isAbandoned()) {
            observer.ended(build.id());
        }
    }

    private BuildObservation outcome(SnapshotFolder folder) {
        try {
            if (folder.isFinished()) {
                return new BuildObservation.Succeeded(folders.artifact(folder));
            }
            return folder.failure()
                    .<BuildObservation>map(BuildObservation.Failed::new)
                    .orElseGet(BuildObservation.Unknown::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
