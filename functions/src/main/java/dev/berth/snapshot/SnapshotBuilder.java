package dev.berth.snapshot;

/// Builds snapshots on some substrate, apart from whoever asks.
public interface SnapshotBuilder {
    /// Starts a build, or finds the one that an earlier call with the same build id started. Returns at once; the
    /// [SnapshotObserver] is told of its end.
    void start(BuildRequest request);

    /// Ends a build with everything it started; one that has ended or never was is left alone.
    void cancel(String build);

    BuildObservation observe(String build);

    /// The build's log so far, as text; empty for a build nobody knows.
    String log(String build);

    /// Removes what a build made. Only called for artifacts that no session can start from any more.
    void discard(Artifact artifact);
}
