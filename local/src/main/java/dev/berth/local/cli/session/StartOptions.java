package dev.berth.local.cli.session;

import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.SessionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `run` and `session start` have in common.
final class StartOptions {
    @Option(names = "--profile", required = true, paramLabel = "ID|NAME", description = "What the sandbox is made of.")
    private String profile;

    @Option(names = "--repository", paramLabel = "ID", description = "The repository of the profile to work in.")
    private @Nullable String repository;

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "A version of the profile. Default: the newest published.")
    private @Nullable Integer version;

    SessionRequest request(Profiles profiles, String task, @Nullable Boolean stopWhenDone) {
        return new SessionRequest(profiles.find(profile).id(), version, repository, task, stopWhenDone);
    }
}
