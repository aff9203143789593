package dev.berth.profile;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.RequestBuilder;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProfileRoutesTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileApi api = new ProfileApi(new ProfileScene(DYNAMO_DB.store()));

    @Test
    void aProfileIsMadeReadListedAndDeleted() {
        var created = api.call(201, "Profile", create("{\"name\": \"web\", \"description\": \"The shop\"}"));
        var id = created.path("id").stringValue();

        assertThat(api.call(200, "Profile", of("GET", id))).isEqualTo(created);
        assertThat(ProfileApi.json(api.call(request("GET /v1/profiles"))).path("items"))
                .containsExactly(created);
        assertThat(api.call(of("DELETE", id)).status()).isEqualTo(204);
        assertThat(api.refusal(of("GET", id))).isEqualTo("404 profile_not_found");
        assertThat(api.refusal(of("DELETE", id))).isEqualTo("404 profile_not_found");
    }

    @Test
    void theAnswerSaysWhereTheProfileIs() {
        var answer = api.call(create("{\"name\": \"web\"}"));

        assertThat(answer.headers())
                .containsEntry(
                        "location",
                        "/v1/profiles/" + ProfileApi.json(answer).path("id").stringValue());
    }

    @Test
    void aRepeatedCreationMakesOneProfile() {
        var creation = create("{\"name\": \"web\"}").header("idempotency-key", "1");

        var first = api.call(creation);

        assertThat(api.call(creation).body()).isEqualTo(first.body());
        assertThat(api.refusal(create("{\"name\": \"other\"}").header("idempotency-key", "1")))
                .isEqualTo("409 idempotency_key_reused");
        assertThat(api.refusal(create("{\"name\": \"web\"}").header("idempotency-key", "2")))
                .isEqualTo("409 profile_name_taken");
    }

    private static RequestBuilder create(String body) {
        return request("POST /v1/profiles").body(body);
    }

    private static RequestBuilder of(String method, String profile) {
        return request(method + " /v1/profiles/{profile}").path("profile", profile);
    }
}
