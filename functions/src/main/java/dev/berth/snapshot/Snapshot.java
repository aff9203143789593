package dev.berth.snapshot;

import dev.berth.event.Failure;
import dev.berth.profile.VersionKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A profile version made ready to start: its newest build, and what the last good build made. The version can be
/// started as long as there is the latter, whatever the newest build does.
///
/// @param superseded artifacts that no new session starts from, until they are discarded
/// @param revision rises with each write
public record Snapshot(
        VersionKey version, Build build, @Nullable Ready ready, List<Superseded> superseded, long revision) {

    public Snapshot {
        superseded = List.copyOf(superseded);
    }

    public record Ready(Artifact artifact, Instant builtAt) {}

    public record Superseded(Artifact artifact, Instant since) {}

    public static Snapshot requested(VersionKey version, String build, Instant now) {
        return new Snapshot(version, Build.requested(build, now), null, List.of(), 1);
    }

    Snapshot refreshed(String newBuild, Instant now) {
        return with(Build.requested(newBuild, now));
    }

    Snapshot started(Instant now) {
        return with(build.started(now));
    }

    Snapshot notStarted(Snapshot before) {
        return with(before.build);
    }

    Snapshot failed(Failure failure, Instant now) {
        return with(build.ended(Build.Status.FAILED, failure, now));
    }

    Snapshot succeeded(Artifact artifact, Instant now) {
        var before = ready == null ? Stream.<Superseded>empty() : Stream.of(new Superseded(ready.artifact(), now));
        var left = Stream.concat(superseded.stream(), before)
                .filter(other -> !other.artifact().equals(artifact))
                .toList();
        return new Snapshot(
                version, build.ended(Build.Status.READY, null, now), new Ready(artifact, now), left, revision + 1);
    }

    Snapshot settled() {
        return with(build.asSettled());
    }

    Snapshot without(List<Superseded> discarded) {
        var left = superseded.stream()
                .filter(artifact -> !discarded.contains(artifact))
                .toList();
        return new Snapshot(version, build, ready, left, revision + 1);
    }

    /// The artifact is this snapshot's to keep or to discard.
    boolean knows(Artifact artifact) {
        return artifacts().anyMatch(artifact::equals);
    }

    /// Everything that was built for this version and still exists.
    public Stream<Artifact> artifacts() {
        var last = ready == null ? Stream.<Artifact>empty() : Stream.of(ready.artifact());
        return Stream.concat(last, superseded.stream().map(Superseded::artifact));
    }

    /// Something is left to do for the sweep, should whoever is at it die.
    boolean isUnfinished() {
        return build.isActive() || !build.settled() || !superseded.isEmpty();
    }

    private Snapshot with(Build next) {
        return new Snapshot(version, next, ready, superseded, revision + 1);
    }
}
