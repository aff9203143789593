package dev.berth.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.data.DataFolder;
import dev.berth.local.data.PrivateFiles;
import dev.berth.local.docker.EngineAddress;
import dev.berth.local.docker.EngineProbe;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What sandboxes are, chosen when a control plane starts and remembered for the next start.
///
/// @param why for whoever started it
record DriverChoice(Substrate.Kind kind, String why) {

    static DriverChoice make(@Nullable Driver asked, DataFolder folder, SecureRandom random) throws IOException {
        var engine = EngineAddress.find(System.getenv());
        var version = asked == Driver.process ? Optional.<String>empty() : EngineProbe.version(engine);
        return switch (DriverDecision.of(Optional.ofNullable(asked), last(folder), version)) {
            case DriverDecision.Use(var driver, var why) -> {
                PrivateFiles.write(folder.driverFile(), driver.name().getBytes(UTF_8));
                yield new DriverChoice(kind(driver, folder, engine, random), why);
            }
            case DriverDecision.Refuse(var detail, var remedy) ->
                throw new CommandFailure(detail, remedy, ExitCode.FAILED, null);
        };
    }

    private static Substrate.Kind kind(Driver driver, DataFolder folder, EngineAddress engine, SecureRandom random)
            throws IOException {
        return switch (driver) {
            case process -> new ProcessSubstrate.InFolder(folder);
            case docker -> DockerSubstrate.OnEngine.open(folder, engine, random);
        };
    }

    private static Optional<Driver> last(DataFolder folder) {
        return new dev.berth.local.cli.api.DataFolder(folder.root()).driver().map(Driver::valueOf);
    }
}
