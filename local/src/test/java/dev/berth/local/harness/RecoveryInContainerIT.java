package dev.berth.local.harness;

import dev.berth.local.cli.up.UpSettings.Driver;
import org.junit.jupiter.api.Tag;

/// The same with sandboxes that are containers.
@Tag("docker")
class RecoveryInContainerIT extends RecoveryIT {
    @Override
    Driver driver() {
        return Driver.docker;
    }
}
