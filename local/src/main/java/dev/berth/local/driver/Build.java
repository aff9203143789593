package dev.berth.local.driver;

import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildFailed;
import java.io.IOException;

/// One build of a snapshot, from nothing.
public interface Build extends AutoCloseable {
    /// Returns the `ref` of the artifact it made.
    String run() throws IOException, InterruptedException, BuildFailed;

    /// Ends what runs of it, and lets nothing more begin.
    void cancel() throws InterruptedException;

    /// Why it failed, in the light of what else is the matter.
    BuildFailed explain(BuildFailed failed) throws IOException;

    @Override
    void close() throws IOException;

    /// How builds are made on some substrate.
    interface Kind {
        /// The `driver` of what it makes.
        String driver();

        /// @param folder empties it and keeps its log there
        Build begin(BuildRequest request, SnapshotFolder folder) throws IOException;
    }
}
