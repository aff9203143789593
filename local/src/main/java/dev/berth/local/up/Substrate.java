package dev.berth.local.up;

import dev.berth.local.driver.LocalDriver;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;
import java.io.IOException;

/// A driver and its snapshot builder: what sandboxes are on this machine.
interface Substrate extends AutoCloseable {
    LocalDriver driver();

    SnapshotBuilder builder();

    /// Takes up what an earlier control plane left.
    void recover();

    @Override
    void close();

    /// A substrate before there is a control plane that it reports to.
    interface Kind {
        /// Where its sandboxes find a control plane.
        ///
        /// @param port where clients do
        SandboxAddress address(int port) throws IOException;

        /// Snapshots can be made from any base image.
        boolean takesAnyImage();

        RepositoryUrlPolicy repositoryUrls();

        Substrate open(SandboxObserver sandboxes, SnapshotObserver snapshots) throws IOException;
    }
}
