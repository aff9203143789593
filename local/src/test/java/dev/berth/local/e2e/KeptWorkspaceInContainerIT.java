package dev.berth.local.e2e;

import dev.berth.local.cli.up.UpSettings.Driver;
import org.junit.jupiter.api.Tag;

/// The same where sandboxes are containers, whose agents have an account of their own.
@Tag("docker")
class KeptWorkspaceInContainerIT extends KeptWorkspaceIT {
    @Override
    Driver driver() {
        return Driver.docker;
    }
}
