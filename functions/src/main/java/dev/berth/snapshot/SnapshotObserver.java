package dev.berth.snapshot;

/// Told by a substrate when a build has ended: on AWS by CodeBuild's events, on one machine by the builder.
@FunctionalInterface
public interface SnapshotObserver {
    void ended(String build);
}
