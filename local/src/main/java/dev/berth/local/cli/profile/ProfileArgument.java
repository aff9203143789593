package dev.berth.local.cli.profile;

import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import picocli.CommandLine.Parameters;

/// The profile that a command is about.
final class ProfileArgument {
    @Parameters(index = "0", paramLabel = "ID|NAME", description = "Id (prf_…) or name of the profile.")
    private String idOrName;

    Profile in(Profiles profiles) {
        return profiles.find(idOrName);
    }
}
