package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles from their draft to their snapshot.
abstract class ProfileCalls {
    private static final String SNAPSHOT = "/v1/profiles/{profile}/versions/{version}/snapshot";

    @TempDir
    private Path folder;

    private final RunningBerth berth;
    private final Api api;
    private final Work work;

    ProfileCalls(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @Test
    void aProfileIsMadeDraftedPublishedAndDeleted() {
        var profile = work.drafted(Map.of("environment", Map.of("CI", "1")));
        api.call("GET /v1/profiles/{profile}", profile).answers(200);
        assertThat(api.call("GET /v1/profiles").query("limit", 100).answers(200).text())
                .contains(profile);
        assertThat(api.call("GET /v1/profiles/{profile}/draft/issues", profile)
                        .answers(200)
                        .json()
                        .path("items"))
                .isEmpty();
        api.call("POST /v1/profiles/{profile}/versions", profile).answers(202);
        work.awaitSnapshot(profile, "ready");
        api.call("POST /v1/profiles/{profile}/versions", profile).answers(200);
        api.call("GET /v1/profiles/{profile}/versions", profile).answers(200);
        var version = api.call("GET /v1/profiles/{profile}/versions/{version}", profile, 1)
                .answers(200);
        assertThat(version.json().at("/content/environment/CI").asString()).isEqualTo("1");
        api.call("DELETE /v1/profiles/{profile}", profile).answers(204);
        api.call("GET /v1/profiles/{profile}", profile).answers(404, "profile_not_found");
    }

    @Test
    void aNameIsTakenOnce() {
        var name = Map.of("name", "taken " + UUID.randomUUID());
        api.call("POST /v1/profiles").json(name).answers(201);
        api.call("POST /v1/profiles").json(name).answers(409, "profile_name_taken");
    }

    @Test
    void anIdempotencyKeyIsForOneBody() {
        var key = UUID.randomUUID().toString();
        var name = Map.of("name", "once " + key);
        var first = api.call("POST /v1/profiles").header("idempotency-key", key).json(name);
        var again = api.call("POST /v1/profiles").header("idempotency-key", key).json(name);
        assertThat(again.answers(201).text()).isEqualTo(first.answers(201).text());
        api.call("POST /v1/profiles")
                .header("idempotency-key", key)
                .json(Map.of("name", "another " + key))
                .answers(409, "idempotency_key_reused");
    }

    @Test
    void anIdempotencyKeyOfAPublicationIsForOneBodyToo() {
        var profile = work.profile();
        var publication = api.call("POST /v1/profiles/{profile}/versions", profile);
        publication.header("idempotency-key", "publish").answers(202);
        api.call("POST /v1/profiles/{profile}/versions", profile)
                .header("idempotency-key", "publish")
                .text("{}")
                .answers(409, "idempotency_key_reused");
    }

    @Test
    void aDraftIsReplacedByWhoReadItLast() {
        var profile = work.profile();
        api.call("PUT /v1/profiles/{profile}/draft", profile).text("{}").answers(428, "precondition_required");
        var read = api.call("GET /v1/profiles/{profile}/draft", profile).answers(200);
        work.replaceDraft(profile, Map.of("setupScript", "true"));
        api.call("PUT /v1/profiles/{profile}/draft", profile)
                .header("if-match", read.header("etag"))
                .text("{}")
                .answers(412, "draft_changed");
    }

    @Test
    void aDraftWithIssuesIsNotPublished() {
        var profile = work.drafted(Map.of("environment", Map.of("BERTH_URL", "x")));
        var refused = api.call("POST /v1/profiles/{profile}/versions", profile).answers(409, "draft_has_issues");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/environment/BERTH_URL");
    }

    @Test
    void aBuildIsNotRepeatedWhileItRunsNorCancelledWhenItDoesNot() throws Exception {
        var gate = folder.resolve("gate");
        var profile = work.published(Map.of("setupScript", "until test -e %s; do sleep 0.1; done".formatted(gate)));
        work.awaitSnapshot(profile, "building");
        api.call("POST " + SNAPSHOT, profile, 1).answers(409, "snapshot_building");
        var cancelled = api.call("DELETE " + SNAPSHOT, profile, 1).answers(200);
        assertThat(cancelled.json().at("/failure/code").asString()).isEqualTo("build_cancelled");
        api.call("DELETE " + SNAPSHOT, profile, 1).answers(409, "nothing_to_cancel");
        Files.createFile(gate);
        Work.eventually()
                .until(
                        () -> api.call("POST " + SNAPSHOT, profile, 1).send().text("code"),
                        "snapshot_refresh_too_soon"::equals);
        new Rows(berth.dynamoDb()).requestedLongAgo(profile);
        api.call("POST " + SNAPSHOT, profile, 1).answers(202);
        work.awaitSnapshot(profile, "ready");
    }

    @Test
    void aListIsReadPageByPage() {
        var names = List.of(work.profile(), work.profile());
        var first = api.call("GET /v1/profiles").query("limit", 1).answers(200);
        var second = api.call("GET /v1/profiles")
                .query("limit", 1)
                .query("cursor", first.text("nextCursor"))
                .answers(200);
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(names).hasSize(2);
    }
}
