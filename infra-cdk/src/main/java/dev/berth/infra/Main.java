package dev.berth.infra;

import dev.berth.infra.release.Release;
import dev.berth.infra.settings.InstallationFile;
import dev.berth.infra.settings.InvalidInstallation;
import java.nio.file.Path;

/// `make synth`: writes the templates of an installation.
public final class Main {
    private static final int CANNOT_BE_DEPLOYED = 2;

    private Main() {}

    /// @param arguments the repository's folder, the installer's `berth.json`, the folder for templates
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("Usage: synth REPOSITORY SETTINGS OUTPUT → make synth says it as it should be");
            System.exit(CANNOT_BE_DEPLOYED);
        }
        try {
            var installation = InstallationFile.read(Path.of(arguments[1]));
            var release = Release.of(Path.of(arguments[0]));
            new BerthApp(installation, release, Path.of(arguments[2])).app().synth();
        } catch (InvalidInstallation invalid) {
            System.err.println("Berth cannot be deployed as it is set up:");
            invalid.faults().forEach(fault -> System.err.println("  " + fault));
            System.exit(CANNOT_BE_DEPLOYED);
        }
    }
}
