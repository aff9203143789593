package dev.berth.organization;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.Race;
import dev.berth.store.InMemoryDynamoDb;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrganizationRoutesTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final OrganizationApi api = new OrganizationApi(DYNAMO_DB.store());
    private final OrganizationApi.Key admin = api.organizationWithAdmin();

    @Test
    void aNewOrganizationHasTheDocumentedDefaults() {
        var organization = read();

        assertThat(organization.path("settings").toString()).isEqualTo("{\"persistentSandboxes\":false}");
        assertThat(organization.path("limits").toString())
                .isEqualTo("{\"concurrentSessions\":10,\"queuedSessions\":100,\"maxLifetimeMinutes\":1440}");
        assertThat(organization.path("id").stringValue()).startsWith("org_");
    }

    @Test
    void whatAPatchDoesNotNameStays() {
        patch("{\"limits\":{\"queuedSessions\":0}}");
        patch("{\"name\":\"Acme Inc.\"}");
        patch("{}");

        var organization = read();
        assertThat(organization.path("name").stringValue()).isEqualTo("Acme Inc.");
        assertThat(organization.at("/limits/queuedSessions").intValue()).isZero();
        assertThat(organization.at("/limits/concurrentSessions").intValue()).isEqualTo(10);
    }

    @Test
    void changesThatMeetAreBothKept() throws Exception {
        var patches = new String[] {
            "{\"limits\":{\"concurrentSessions\":3}}",
            "{\"limits\":{\"queuedSessions\":4}}",
            "{\"limits\":{\"maxLifetimeMinutes\":5}}",
            "{\"settings\":{\"persistentSandboxes\":true}}"
        };
        var next = new AtomicInteger();

        Race.of(patches.length, () -> patch(patches[next.getAndIncrement()]));

        assertThat(read().path("limits").toString())
                .isEqualTo("{\"concurrentSessions\":3,\"queuedSessions\":4,\"maxLifetimeMinutes\":5}");
        assertThat(read().at("/settings/persistentSandboxes").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limits\":{\"concurrentSessions\":0}}",
                "{\"limits\":{\"concurrentSessions\":null}}",
                "{\"limits\":{\"maxLifetimeMinutes\":1441}}",
                "{\"limits\":{\"unlimited\":true}}",
                "{\"settings\":{\"persistentSandboxes\":\"yes\"}}",
                "{\"id\":\"org_2\"}",
                "{\"name\":\"\"}",
                "{\"name\":\" Acme\"}",
                "{\"name\":\"Acme\\n\"}",
                "{\"name\":\"Ac\\u0000me\"}"
            })
    void aPatchOutsideTheDocumentIsRefused(String patch) {
        var answer = api.answer(
                request("PATCH /v1/organization").bearer(admin.text()).body(patch));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(api.body(answer).path("code").stringValue()).isEqualTo("invalid_body");
    }

    private JsonNode read() {
        return api.body(api.answer(request("GET /v1/organization").bearer(admin.text())));
    }

    private JsonNode patch(String patch) {
        var answer = api.answer(
                request("PATCH /v1/organization").bearer(admin.text()).body(patch));
        assertThat(answer.status()).isEqualTo(200);
        return api.body(answer);
    }
}
