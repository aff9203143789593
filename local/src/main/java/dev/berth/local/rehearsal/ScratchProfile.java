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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A profile of a small git repository, made where nothing was.
///
/// @param id of the profile
/// @param repository where it is
public record ScratchProfile(String id, Path repository) {
    public static final String REPOSITORY = "app";

    private static final int FILES = 50;

    /// Comes back when sessions can start from it.
    public static ScratchProfile publish(BerthApi api, Path folder) {
        Path repository = repository(folder.resolve(REPOSITORY));
        return publish(api, "scratch", repository, Map.of());
    }

    /// The same of another repository.
    ///
    /// @param more fields of the draft
    public static ScratchProfile publish(BerthApi api, String name, Path repository, Map<String, Object> more) {
        Profiles profiles = new Profiles(api);
        Profile profile = profiles.create(name, null).as(Profile.class);
        ScratchProfile scratch = new ScratchProfile(profile.id(), repository);
        int version = scratch.publish(api, more);
        if (!new SnapshotWatch(profiles, said -> {})
                .untilEnded(profile.id(), version)
                .ready()) {
            throw new CommandFailure(
                    "The snapshot of a small repository failed.", "See with 'berth doctor' what is missing.");
        }
        return scratch;
    }

    /// Publishes a version with this setup script.
    ///
    /// @return its number
    public int publish(BerthApi api, String setupScript) {
        return publish(api, Map.of("setupScript", setupScript));
    }

    private int publish(BerthApi api, Map<String, Object> more) {
        Profiles profiles = new Profiles(api);
        profiles.replaceDraft(id, draft(more), profiles.draft(id).etag());
        return profiles.publish(id).version();
    }

    private String draft(Map<String, Object> more) {
        Map<String, Object> draft = new HashMap<>(more);
        draft.put("agent", Map.of("runtime", "shell"));
        draft.put(
                "repositories",
                List.of(Map.of("id", REPOSITORY, "path", REPOSITORY, "url", "file://" + repository.toAbsolutePath())));
        return Json.MAPPER.writeValueAsString(draft);
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
