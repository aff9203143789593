package dev.berth.profile;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.RequestBuilder;
import dev.berth.store.InMemoryDynamoDb;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class DraftRoutesTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final String RISKY = """
            {"repositories": [{"id": "app", "url": "ssh://host/app.git", "path": "app"}], "environment": {"B": "1"}}
            """;

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final ProfileApi api = new ProfileApi(scene);
    private final String profile = scene.create("web").profile();

    @Test
    void aDraftIsReadAndSavedByItsTag() {
        var tag = tag();

        var saved = api.call(save(RISKY).header("if-match", tag));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.headers().get("etag")).isNotEqualTo(tag);
        assertThat(api.call(200, "Draft", draft("GET", ""))).isEqualTo(ProfileApi.json(saved));
        assertThat(tag()).isEqualTo(saved.headers().get("etag"));
    }

    @Test
    void aSaveWithoutOrWithAnOldTagIsRefused() {
        var tag = tag();
        api.call(save(RISKY).header("if-match", tag));

        assertThat(api.refusal(save("{}"))).isEqualTo("428 precondition_required");
        assertThat(api.refusal(save("{}").header("if-match", "*"))).isEqualTo("428 precondition_required");
        assertThat(api.refusal(save("{}").header("if-match", tag))).isEqualTo("412 draft_changed");
    }

    @Test
    void whatOnlyStopsPublishingIsStoredAndListed() {
        assertThat(issues()).isEmpty();

        api.call(200, "Draft", save(RISKY).header("if-match", tag()));

        assertThat(issues()).singleElement().satisfies(issue -> assertThat(
                        issue.path("pointer").stringValue())
                .isEqualTo("/repositories/0/url"));
    }

    @Test
    void whatTheSchemaRefusesIsNotStored() {
        assertThat(api.refusal(save("{\"setupScript\": 7}").header("if-match", tag())))
                .isEqualTo("400 invalid_body");
        assertThat(api.refusal(save("{\"colour\": \"red\"}").header("if-match", tag())))
                .isEqualTo("400 invalid_body");
    }

    private JsonNode issues() {
        return ProfileApi.json(api.call(draft("GET", "/issues"))).path("items");
    }

    private String tag() {
        return Objects.requireNonNull(api.call(draft("GET", "")).headers().get("etag"));
    }

    private RequestBuilder save(String body) {
        return draft("PUT", "").body(body);
    }

    private RequestBuilder draft(String method, String below) {
        return request(method + " /v1/profiles/{profile}/draft" + below).path("profile", profile);
    }
}
