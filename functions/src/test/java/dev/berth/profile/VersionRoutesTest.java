package dev.berth.profile;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.RequestBuilder;
import dev.berth.store.InMemoryDynamoDb;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class VersionRoutesTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final String VERSIONS = "/v1/profiles/{profile}/versions";

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final ProfileApi api = new ProfileApi(scene);
    private final ProfileKey profile = scene.create("web");

    @Test
    void aDraftIsPublishedOnce() {
        var published = api.call(202, "Version", publish());
        var again = api.call(200, "Version", publish());

        assertThat(published.path("version").intValue()).isEqualTo(1);
        assertThat(published.at("/snapshot/status").stringValue()).isEqualTo("queued");
        assertThat(again.at("/snapshot/status").stringValue()).isEqualTo("building");
        assertThat(again.path("content")).isEqualTo(published.path("content"));
    }

    @Test
    void aRepeatedPublicationHasTheSameAnswerWhateverTheDraftIsNow() {
        var publication = publish().header("idempotency-key", "1");
        var first = api.call(publication);
        scene.save(profile, ProfileScene.draft("{\"setupScript\": \"true\"}"));

        var again = api.call(publication);

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void anUnchangedDraftsAnswerIsReplayedToo() {
        scene.publish(profile);
        var publication = publish().header("idempotency-key", "1");
        api.call(200, "Version", publication);
        scene.save(profile, ProfileScene.draft("{\"setupScript\": \"true\"}"));

        assertThat(api.call(200, "Version", publication).path("version").intValue())
                .isEqualTo(1);
    }

    @Test
    void aDraftWithIssuesIsRefusedWithAllOfThem() {
        scene.save(profile, ProfileScene.draft("{\"persistent\": true, \"network\": \"restricted\"}"));

        var problem = api.call(409, "Problem", publish());

        assertThat(problem.path("code").stringValue()).isEqualTo("draft_has_issues");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/network");
        assertThat(problem.at("/errors/1/pointer").stringValue()).isEqualTo("/persistent");
    }

    @Test
    void versionsAreListedNewestFirstWithTheirSnapshots() {
        publishAnother("one");
        publishAnother("two");
        publishAnother("three");
        scene.builder.fail(scene.snapshot(profile.version(2)).build().id());

        var first = ProfileApi.json(api.call(list().query("limit", "2")));
        var cursor = first.path("nextCursor").stringValue();
        var second = ProfileApi.json(api.call(list().query("limit", "2").query("cursor", cursor)));

        assertThat(summaries(first)).containsExactly("3 building", "2 failed");
        assertThat(summaries(second)).containsExactly("1 building");
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aProfileWithoutVersionsHasAnEmptyList() {
        assertThat(ProfileApi.json(api.call(list())).path("items")).isEmpty();
    }

    @Test
    void aVersionIsReadWithItsContent() {
        publishAnother("one");

        var version = api.call(200, "Version", version("1"));

        assertThat(version.at("/content/setupScript").stringValue()).isEqualTo("echo one");
        assertThat(api.refusal(version("2"))).isEqualTo("404 version_not_found");
        assertThat(api.refusal(version("0"))).isEqualTo("404 version_not_found");
        assertThat(api.refusal(version("99999999999"))).isEqualTo("404 version_not_found");
    }

    private void publishAnother(String word) {
        scene.save(profile, ProfileScene.draft("{\"setupScript\": \"echo %s\"}".formatted(word)));
        scene.publish(profile);
    }

    private static Iterable<String> summaries(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(version -> version.path("version") + " "
                        + version.at("/snapshot/status").stringValue())
                .toList();
    }

    private RequestBuilder publish() {
        return request("POST " + VERSIONS).path("profile", profile.profile());
    }

    private RequestBuilder list() {
        return request("GET " + VERSIONS).path("profile", profile.profile());
    }

    private RequestBuilder version(String number) {
        return request("GET " + VERSIONS + "/{version}")
                .path("profile", profile.profile())
                .path("version", number);
    }
}
