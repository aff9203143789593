package dev.berth.local.up;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.util.Optional;

/// What sandboxes are going to be, and why. Asks nothing of the machine.
public sealed interface DriverDecision {
    /// @param why for whoever started it
    record Use(Driver driver, String why) implements DriverDecision {}

    record Refuse(String detail, String remedy) implements DriverDecision {}

    /// @param asked on the command line
    /// @param last what this data folder's sandboxes were
    /// @param engine the version of the one that answers
    static DriverDecision of(Optional<Driver> asked, Optional<Driver> last, Optional<String> engine) {
        if (asked.isPresent()) {
            return asked.get() == Driver.docker && engine.isEmpty()
                    ? new Refuse(
                            "No container engine answers on this machine.",
                            "Start Docker (see 'docker version'), or use '--driver process'.")
                    : new Use(asked.get(), "as asked");
        }
        return last.map(driver -> again(driver, engine)).orElseGet(() -> first(engine));
    }

    /// What stands in a data folder is reached by its own driver only, so that is not changed unasked.
    private static DriverDecision again(Driver driver, Optional<String> engine) {
        return switch (driver) {
            case docker ->
                engine.isPresent()
                        ? new Use(Driver.docker, "as at the last start")
                        : new Refuse(
                                "This data folder's sandboxes are containers, and no container engine answers.",
                                "Start Docker (see 'docker version'), or use '--driver process' and refresh the"
                                        + " profiles' snapshots.");
            case process ->
                new Use(
                        Driver.process,
                        engine.isPresent()
                                ? "as at the last start; '--driver docker' changes that"
                                : "as at the last start");
        };
    }

    private static DriverDecision first(Optional<String> engine) {
        return engine.<DriverDecision>map(
                        version -> new Use(Driver.docker, "a container engine answers, version " + version))
                .orElseGet(() -> new Use(Driver.process, "no container engine answers"));
    }
}
