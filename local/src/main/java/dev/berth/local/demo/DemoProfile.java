package dev.berth.local.demo;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Snapshot;
import dev.berth.local.cli.api.Version;
import dev.berth.local.cli.profile.SnapshotWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The profile of the demo: made the first time, used again after.
final class DemoProfile {
    private static final String NAME = "demo";
    /// Tells the demo's own profile from one that somebody else called so.
    private static final String DESCRIPTION = "What 'make demo' shows";

    private final Profiles profiles;
    private final Example example;
    private final Optional<Path> jdk;
    private final Narrator narrator;
    private final Stopwatch stopwatch;

    /// @param jdk that the example's tests run with, where there is a choice
    DemoProfile(BerthApi api, Example example, Optional<Path> jdk, Narrator narrator, Stopwatch stopwatch) {
        this.profiles = new Profiles(api);
        this.example = example;
        this.jdk = jdk;
        this.narrator = narrator;
        this.stopwatch = stopwatch;
    }

    /// Comes back when sessions can start from it.
    Profile ready() {
        narrator.step("Profile");
        example.makeRepository();
        Profile profile = existing().orElseGet(this::create);
        String draft = example.draft(jdk);
        profiles.replaceDraft(profile.id(), draft, profiles.draft(profile.id()).etag());
        Version version = profiles.publish(profile.id());
        narrator.say("Profile '%s', version %d: its snapshot holds the repository, cloned and set up."
                .formatted(profile.name(), version.version()));
        Snapshot snapshot = stopwatch.measure("snapshot ready", () -> snapshot(profile, version));
        if (!snapshot.ready()) {
            throw snapshotFailed(snapshot);
        }
        return profile;
    }

    private Snapshot snapshot(Profile profile, Version version) {
        return new SnapshotWatch(profiles, narrator.terminal()::print).untilEnded(profile.id(), version.version());
    }

    private Optional<Profile> existing() {
        return profiles.all().stream()
                .filter(profile -> DESCRIPTION.equals(profile.description()))
                .findFirst();
    }

    private Profile create() {
        Set<String> taken = profiles.all().stream().map(Profile::name).collect(Collectors.toSet());
        String name = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? NAME : NAME + "-" + number)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        return profiles.create(name, DESCRIPTION).as(Profile.class);
    }

    private static CommandFailure snapshotFailed(Snapshot snapshot) {
        return snapshot.failure() == null
                ? new CommandFailure("The snapshot failed.", "See its log above and 'berth doctor'.")
                : new CommandFailure(
                        snapshot.failure().detail(), snapshot.failure().remedy());
    }
}
