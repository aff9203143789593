package dev.berth.local.driver;

import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Builds of one kind, a few at once, each with a folder that says what became of it.
public final class SnapshotBuilds implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final SnapshotFolders folders;
    private final Build.Kind kind;
    private final SnapshotObserver observer;
    private final BuildQueue queue = new BuildQueue(AT_ONCE);
    private final Map<String, RunningBuild> running = new ConcurrentHashMap<>();

    public SnapshotBuilds(SnapshotFolders folders, Build.Kind kind, SnapshotObserver observer) {
        this.folders = folders;
        this.kind = kind;
        this.observer = observer;
    }

    public synchronized void start(BuildRequest request) {
        if (running.containsKey(request.build())) {
            return;
        }
        if (!(observe(request.build()) instanceof BuildObservation.Unknown)) {
            Thread.ofVirtual().start(() -> observer.ended(request.build()));
            return;
        }
        var build = new RunningBuild(request, folders.of(request), kind, this::ended);
        running.put(request.build(), build);
        queue.add(build);
    }

    public void cancel(String build) {
        var cancelled = running.get(build);
        if (cancelled != null) {
            cancelled.cancel();
            if (queue.remove(cancelled)) {
                Thread.ofVirtual().start(cancelled);
            }
        }
    }

    public BuildObservation observe(String build) {
        if (running.containsKey(build)) {
            return new BuildObservation.Building();
        }
        return folders.find(build).map(this::outcome).orElseGet(BuildObservation.Unknown::new);
    }

    public String log(String build) {
        return folders.find(build).map(SnapshotFolder::readLog).orElse("");
    }

    /// Forgets what was built, once nothing of it is left.
    public void forget(String build) {
        try {
            var folder = folders.find(build);
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
            var artifact = folder.artifact();
            if (artifact.isPresent()) {
                return new BuildObservation.Succeeded(new Artifact(kind.driver(), artifact.get()));
            }
            return folder.failure()
                    .<BuildObservation>map(BuildObservation.Failed::new)
                    .orElseGet(BuildObservation.Unknown::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
