package dev.berth.organization;

import static dev.berth.http.RequestBuilder.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.HttpResponse;
import dev.berth.http.Race;
import dev.berth.http.RequestBuilder;
import dev.berth.store.InMemoryDynamoDb;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final OrganizationApi api = new OrganizationApi(DYNAMO_DB.store());
    private final OrganizationApi.Key admin = api.organizationWithAdmin();

    @Test
    void aNewKeyWorksAtOnceAndIsShownOnce() {
        var created = api.body(create(admin, "CI", "read", "sessions"));

        var text = created.path("key").stringValue();
        assertThat(text).matches("berth_[A-Za-z0-9_-]{43}");
        assertThat(api.answer(request("GET /v1/organization").bearer(text)).status())
                .isEqualTo(200);
        var shown = api.answer(get(created.path("id").stringValue()).bearer(admin.text()));
        assertThat(new String(shown.body(), UTF_8))
                .contains("\"CI\"")
                .doesNotContain(text)
                .doesNotContain("hash");
        assertThat(api.body(shown).path("scopes").toString()).isEqualTo("[\"read\",\"sessions\"]");
    }

    @Test
    void theTextOfAKeyIsNowhereInTheTable() {
        create(admin, "CI", "read");

        var rows = DYNAMO_DB
                .client()
                .scan(scan -> scan.tableName(DYNAMO_DB.tableName()))
                .items();

        assertThat(rows.toString()).doesNotContain(admin.text());
    }

    @Test
    void aDeletedKeyOpensNothing() {
        var created = api.body(create(admin, "CI", "read"));
        var key = created.path("key").stringValue();

        assertThat(api.answer(delete(created.path("id").stringValue()).bearer(admin.text()))
                        .status())
                .isEqualTo(204);

        assertThat(code(api.answer(request("GET /v1/organization").bearer(key))))
                .isEqualTo("401 unknown_api_key");
        assertThat(code(api.answer(delete(created.path("id").stringValue()).bearer(admin.text()))))
                .isEqualTo("404 key_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,401 unauthenticated",
                "Basic dXNlcjpwYXNz,401 unauthenticated",
                "Bearer,401 unauthenticated",
                "Bearer ä,401 unauthenticated",
                "Bearer nonsense,401 malformed_api_key",
                "Bearer berth_short,401 malformed_api_key",
                "Bearer berth_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,401 unknown_api_key",
                "bearer berth_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,401 unknown_api_key"
            })
    void whoIsNotKnownIsToldWhy(String header, String expected) {
        var request = request("GET /v1/organization");
        var answer = api.answer(header == null ? request : request.header("authorization", header));

        assertThat(code(answer)).isEqualTo(expected);
        assertThat(answer.headers()).containsKey("www-authenticate");
    }

    @Test
    void aKeyWithoutTheScopeIsToldWhichIsMissing() {
        var reader = api.body(create(admin, "reader", "read")).path("key").stringValue();

        var answer = api.answer(request("PATCH /v1/organization").bearer(reader).body("{}"));

        assertThat(code(answer)).isEqualTo("403 forbidden");
        assertThat(new String(answer.body(), UTF_8)).contains("'admin'");
    }

    @Test
    void aKeyMakesOnlyKeysWithScopesThatItHas() {
        var ci = new OrganizationApi.Key(
                api.body(create(admin, "CI", "read", "sessions")).path("key").stringValue());

        assertThat(create(ci, "part", "sessions").status()).isEqualTo(201);
        assertThat(code(create(ci, "more", "sessions", "profiles"))).isEqualTo("403 scope_not_held");
        assertThat(code(create(ci, "all", "admin"))).isEqualTo("403 scope_not_held");
    }

    @Test
    void anotherOrganizationsKeyIsNotFound() {
        var other = api.organizationWithAdmin();
        var id = api.body(create(other, "theirs", "read")).path("id").stringValue();

        assertThat(code(api.answer(get(id).bearer(admin.text())))).isEqualTo("404 key_not_found");
        assertThat(code(api.answer(delete(id).bearer(admin.text())))).isEqualTo("404 key_not_found");
        assertThat(api.answer(get(id).bearer(other.text())).status()).isEqualTo(200);
    }

    @Test
    void keysAreListedInPages() {
        create(admin, "a", "read");
        create(admin, "b", "read");

        var first = api.body(
                api.answer(request("GET /v1/api-keys").query("limit", "2").bearer(admin.text())));
        var second = api.body(api.answer(request("GET /v1/api-keys")
                .query("limit", "2")
                .query("cursor", first.path("nextCursor").stringValue())
                .bearer(admin.text())));

        assertThat(first.path("items").valueStream().map(key -> key.path("name").stringValue()))
                .containsExactly("b", "a");
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(code(api.answer(
                        request("GET /v1/api-keys").query("cursor", "nonsense").bearer(admin.text()))))
                .isEqualTo("400 invalid_cursor");
    }

    @Test
    void theLastAdminKeyStays() {
        var id = api.body(api.answer(request("GET /v1/api-keys").bearer(admin.text())))
                .path("items")
                .get(0)
                .path("id")
                .stringValue();

        assertThat(code(api.answer(delete(id).bearer(admin.text())))).isEqualTo("409 last_admin_key");
        create(admin, "second", "admin");
        assertThat(api.answer(delete(id).bearer(admin.text())).status()).isEqualTo(204);
    }

    @Test
    void ofTheLastTwoAdminKeysOneStaysHoweverTheyAreDeleted() throws Exception {
        for (int round = 0; round < 10; round++) {
            var first = api.organizationWithAdmin();
            create(first, "second", "admin");
            var page = api.body(api.answer(request("GET /v1/api-keys").bearer(first.text())));
            var ids = new ConcurrentLinkedQueue<>(page.path("items")
                    .valueStream()
                    .map(key -> key.path("id").stringValue())
                    .toList());
            var organization = api.organizationOf(first);

            var left = Race.of(2, () -> {
                api.deleteDirectly(organization, Objects.requireNonNull(ids.poll()));
                return api.adminKeys(organization);
            });

            assertThat(left).allSatisfy(count -> assertThat(count).isPositive());
            assertThat(api.adminKeys(organization)).isEqualTo(1);
        }
    }

    private HttpResponse create(OrganizationApi.Key by, String name, String... scopes) {
        var body = "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(name, String.join("\",\"", List.of(scopes)));
        return api.answer(request("POST /v1/api-keys").bearer(by.text()).body(body));
    }

    private static RequestBuilder get(String id) {
        return request("GET /v1/api-keys/{key}").path("key", id);
    }

    private static RequestBuilder delete(String id) {
        return request("DELETE /v1/api-keys/{key}").path("key", id);
    }

    private String code(HttpResponse answer) {
        return answer.status() + " " + api.body(answer).path("code").stringValue("");
    }
}
