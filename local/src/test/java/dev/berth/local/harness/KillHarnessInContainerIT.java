package dev.berth.local.harness;

import dev.berth.local.cli.up.UpSettings.Driver;
import org.junit.jupiter.api.Tag;

/// The same with sandboxes that are containers.
@Tag("docker")
class KillHarnessInContainerIT extends KillHarnessIT {
    @Override
    Driver driver() {
        return Driver.docker;
    }

    /// One scenario: with containers it takes longer.
    @Override
    int usualCount() {
        return 10;
    }
}
