package dev.berth.local.cli.up;

import java.net.URI;
import java.util.List;

/// What `berth up` starts.
public interface ControlPlaneLauncher {

    /// Comes back when the control plane answers requests.
    ///
    /// @throws dev.berth.local.cli.CommandFailure when it cannot start, with what to do
    Running start(UpSettings settings);

    /// A control plane in this process.
    interface Running {
        URI url();

        /// What whoever starts it should know: which driver, what it keeps apart and what not.
        List<String> notices();

        /// Comes back when it has ended by itself or was stopped.
        void awaitEnd() throws InterruptedException;

        /// Stops its sandboxes, then itself. Repeatable.
        void stop();
    }
}
