package dev.berth.local.rehearsal;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.profile.SnapshotWatch;
import dev.berth.local.demo.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A profile of a small git repository, made where nothing was.
///
/// @param id of the profile
public record ScratchProfile(String id) {
    public static final String REPOSITORY = "app";

    private static final int FILES = 50;
    private static final int VERSION = 1;

    /// Comes back when sessions can start from it.
    public static ScratchProfile publish(BerthApi api, Path folder) {
        return publish(api, "scratch", draft(repository(folder.resolve(REPOSITORY))));
    }

    /// @param draft as JSON
    public static ScratchProfile publish(BerthApi api, String name, String draft) {
        Profiles profiles = new Profiles(api);
        Profile profile = profiles.create(name, null).as(Profile.class);
        profiles.replaceDraft(profile.id(), draft, profiles.draft(profile.id()).etag());
        profiles.publish(profile.id());
        if (!new SnapshotWatch(profiles, said -> {})
                .untilEnded(profile.id(), VERSION)
                .ready()) {
            throw new CommandFailure(
                    "The snapshot of a small repository failed.", "See with 'berth doctor' what is missing.");
        }
        return new ScratchProfile(profile.id());
    }

    private static String draft(Path repository) {
        return Json.MAPPER.writeValueAsString(Map.of(
                "agent",
                Map.of("runtime", "shell"),
                "repositories",
                List.of(Map.of("id", REPOSITORY, "path", REPOSITORY, "url", "file://" + repository.toAbsolutePath()))));
    }

    private static Path repository(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int number = 0; number < FILES; number++) {
                Files.writeString(folder.resolve("file-%d.txt".formatted(number)), "line of a file\n".repeat(40));
            }
            GitRepository.commitAll(folder, "Begin");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a repository to try", e);
        }
    }
}
