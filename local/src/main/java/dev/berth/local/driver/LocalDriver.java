package dev.berth.local.driver;

import dev.berth.sandbox.SandboxDriver;
import java.io.IOException;
import java.time.Instant;

/// A driver whose sandboxes outlive the control plane, on its own machine.
public interface LocalDriver extends SandboxDriver {
    /// Watches the sandboxes of earlier control planes again, and tells of those that are gone.
    void recover();

    /// Removes what is left of sandboxes that ended before then.
    void forgetEndedBefore(Instant then) throws IOException;
}
