package dev.berth.local.cli.api;

import dev.berth.local.cli.CommandFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The profiles of a control plane, found by id or name.
public final class Profiles {
    private static final int SHOWN_NAMES = 10;

    private final BerthApi api;

    public Profiles(BerthApi api) {
        this.api = api;
    }

    public JsonNode list() {
        return Pages.all(api, "/v1/profiles", Integer.MAX_VALUE);
    }

    public List<Profile> all() {
        return Pages.as(list(), Profile.class);
    }

    public Profile find(String idOrName) {
        if (idOrName.startsWith("prf_")) {
            return api.get("/v1/profiles/" + Segment.of(idOrName)).as(Profile.class);
        }
        List<Profile> all = all();
        List<Profile> found =
                all.stream().filter(profile -> profile.name().equals(idOrName)).toList();
        return switch (found.size()) {
            case 0 -> throw unknown(idOrName, all);
            case 1 -> found.getFirst();
            default -> throw ambiguous(idOrName, found);
        };
    }

    public Answer create(String name, @Nullable String description) {
        return api.create(
                "/v1/profiles",
                description == null ? Map.of("name", name) : Map.of("name", name, "description", description));
    }

    public Answer show(String id) {
        return api.get("/v1/profiles/" + id);
    }

    public Answer draft(String id) {
        return api.get("/v1/profiles/" + id + "/draft");
    }

    public Answer replaceDraft(String id, String json, String etag) {
        return api.replace("/v1/profiles/" + id + "/draft", json, etag);
    }

    public List<Issue> issues(String id) {
        return Pages.as(api.get("/v1/profiles/" + id + "/draft/issues").json(), Issue.class);
    }

    public Version publish(String id) {
        return api.create("/v1/profiles/" + id + "/versions", Map.of()).as(Version.class);
    }

    public List<Version> versions(String id) {
        return Pages.as(Pages.all(api, "/v1/profiles/" + id + "/versions", Integer.MAX_VALUE), Version.class);
    }

    public Snapshot snapshot(String id, int version) {
        return api.get("/v1/profiles/%s/versions/%d/snapshot".formatted(id, version))
                .as(Snapshot.class);
    }

    private static CommandFailure unknown(String name, List<Profile> all) {
        String names = all.stream().limit(SHOWN_NAMES).map(Profile::name).collect(Collectors.joining(", "));
        return new CommandFailure(
                "No profile is called '%s'.".formatted(name),
                all.isEmpty()
                        ? "There is none yet: make one with 'berth profile create NAME --file draft.json --publish'."
                        : "There are: %s. See 'berth profile list'.".formatted(names));
    }

    private static CommandFailure ambiguous(String name, List<Profile> found) {
        String ids = found.stream().map(Profile::id).collect(Collectors.joining(", "));
        return new CommandFailure(
                "%d profiles are called '%s'.".formatted(found.size(), name), "Name one by its id: " + ids + ".");
    }
}
