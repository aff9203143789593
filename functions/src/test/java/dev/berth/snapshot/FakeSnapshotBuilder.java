package dev.berth.snapshot;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Builds nothing: a build ends when the test says so, and [#observer] is told of it. The artifact of a build is called
/// as the build is.
public final class FakeSnapshotBuilder implements SnapshotBuilder {
    private final Map<String, BuildObservation> builds = new ConcurrentHashMap<>();
    private final List<BuildRequest> started = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();
    private final List<Artifact> discarded = new CopyOnWriteArrayList<>();
    private volatile SnapshotObserver observer = build -> {};
    private volatile boolean broken;
    private volatile boolean instant;

    /// Whom the ends of builds are told to.
    public void tell(SnapshotObserver whom) {
        observer = whom;
    }

    /// From now on each build succeeds as it starts.
    public void succeedAtOnce() {
        instant = true;
    }

    /// From now on nothing can be started.
    public void breakDown() {
        broken = true;
    }

    public void mend() {
        broken = false;
    }

    public void succeed(String build) {
        end(build, new BuildObservation.Succeeded(artifactOf(build)));
    }

    public void fail(String build) {
        end(build, new BuildObservation.Failed(failureOf(build)));
    }

    /// The build ends, and nobody is told.
    public void succeedUnseen(String build) {
        builds.put(build, new BuildObservation.Succeeded(artifactOf(build)));
    }

    /// Whatever ran the build is gone.
    public void lose(String build) {
        builds.remove(build);
    }

    /// Every build that was started, as often as it was.
    public List<BuildRequest> started() {
        return List.copyOf(started);
    }

    public List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    public List<Artifact> discarded() {
        return List.copyOf(discarded);
    }

    public static Artifact artifactOf(String build) {
        return new Artifact("fake", build);
    }

    public static Failure failureOf(String build) {
        return new Failure("setup_failed", build + " failed.", "Mend the setup script.", MustAct.CALLER);
    }

    @Override
    public void start(BuildRequest request) {
        if (broken) {
            throw new IllegalStateException("the builder is broken");
        }
        if (builds.putIfAbsent(request.build(), new BuildObservation.Building()) == null) {
            started.add(request);
            if (instant) {
                succeed(request.build());
            }
        }
    }

    @Override
    public void cancel(String build) {
        if (builds.replace(build, new BuildObservation.Building(), new BuildObservation.Failed(failureOf(build)))) {
            cancelled.add(build);
            observer.ended(build);
        }
    }

    @Override
    public BuildObservation observe(String build) {
        return builds.getOrDefault(build, new BuildObservation.Unknown());
    }

    @Override
    public String log(String build) {
        return builds.containsKey(build) ? "log of " + build + "\n" : "";
    }

    @Override
    public void discard(Artifact artifact) {
        discarded.add(artifact);
    }

    private void end(String build, BuildObservation end) {
        builds.put(build, end);
        observer.ended(build);
    }
}
