package dev.berth.organization;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.HttpResponse;
import dev.berth.http.RequestBuilder;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final OrganizationApi api = new OrganizationApi(DYNAMO_DB.store());
    private final OrganizationApi.Key admin = api.organizationWithAdmin();

    @Test
    void aBrowserThatShowedAKeyIsKnownByItsCookie() {
        var answer = read(cookie(signIn(admin.text())));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.body(answer).path("id").stringValue()).isEqualTo(api.organizationOf(admin));
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        var header = setCookie(signIn(admin.text()));

        assertThat(header).startsWith("berth=").endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800");
        assertThat(header).doesNotContain(admin.text());
    }

    @Test
    void overHttpsTheCookieIsSentToThatHostAndOverHttpsOnly() {
        assertThat(new SignInCookie("https://berth.example.com").keep("t"))
                .isEqualTo("__Host-berth=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure");
    }

    @Test
    void amongOtherCookiesItsOwnIsFound() {
        var others = "theme=dark; " + cookie(signIn(admin.text())) + "; berth_other=x; berth=";

        assertThat(read(others).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSignInAndNotOnlyTheCookie() {
        var cookie = cookie(signIn(admin.text()));

        var answer = api.answer(request("DELETE /v1/sign-in").header("cookie", cookie));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(setCookie(answer)).startsWith("berth=; ").contains("Max-Age=0");
        assertThat(code(read(cookie))).isEqualTo("sign_in_ended");
    }

    @Test
    void signingOutTwiceOrWithoutASignInIsFine() {
        assertThat(api.answer(request("DELETE /v1/sign-in")).status()).isEqualTo(204);
        assertThat(api.answer(request("DELETE /v1/sign-in").header("cookie", "berth=junk"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aSignInEndsAfterAWeek() {
        var cookie = cookie(signIn(admin.text()));

        api.clock().advance(Duration.ofDays(7));

        assertThat(code(read(cookie))).isEqualTo("sign_in_ended");
    }

    @Test
    void aSignInEndsWithItsKey() {
        var key = api.body(api.answer(
                request("POST /v1/api-keys").bearer(admin.text()).body("{\"name\":\"lent\",\"scopes\":[\"read\"]}")));
        var cookie = cookie(signIn(key.path("key").stringValue()));
        assertThat(read(cookie).status()).isEqualTo(200);

        api.answer(request("DELETE /v1/api-keys/{key}")
                .path("key", key.path("id").stringValue())
                .bearer(admin.text()));

        assertThat(code(read(cookie))).isEqualTo("sign_in_ended");
    }

    @Test
    void aSignInOpensNoMoreThanItsKey() {
        var key = api.body(api.answer(
                request("POST /v1/api-keys").bearer(admin.text()).body("{\"name\":\"reader\",\"scopes\":[\"read\"]}")));
        var cookie = cookie(signIn(key.path("key").stringValue()));

        assertThat(code(change(Map.of("cookie", cookie, "sec-fetch-site", "same-origin"))))
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"berth_0123, malformed_api_key", "berth_0123456789012345678901234567890123456789012, unknown_api_key"})
    void whatIsNoKeySignsNobodyIn(String key, String code) {
        var answer = signIn(key);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void aCookieThatNobodyGaveOpensNothing() {
        assertThat(code(read("berth=" + "A".repeat(43)))).isEqualTo("sign_in_ended");
        assertThat(code(read("berth=short"))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, 200",
                "-, http://127.0.0.1:8080, 200",
                "same-origin, http://localhost:8080, 200",
                "same-site, http://127.0.0.1:8080, 403",
                "cross-site, https://evil.example, 403",
                "none, -, 403",
                "-, https://evil.example, 403",
                "-, null, 403",
                "-, -, 403",
            })
    void withACookieOnlyBerthsOwnPagesChangeThings(String site, String origin, int status) {
        var headers = new java.util.HashMap<>(Map.of("cookie", cookie(signIn(admin.text()))));
        if (site != null) {
            headers.put("sec-fetch-site", site);
        }
        if (origin != null) {
            headers.put("origin", origin);
        }

        assertThat(change(headers).status()).isEqualTo(status);
    }

    @Test
    void anotherSitesPageSignsNobodyIn() {
        var answer = api.answer(request("POST /v1/sign-in")
                .header("origin", "https://evil.example")
                .body("{\"key\":\"" + admin.text() + "\"}"));

        assertThat(code(answer)).isEqualTo("cross_site_request");
    }

    @Test
    void aKeyInTheHeaderGoesBeforeACookie() {
        var other = api.organizationWithAdmin();
        var answer = api.answer(
                request("GET /v1/organization").bearer(other.text()).header("cookie", cookie(signIn(admin.text()))));

        assertThat(api.body(answer).path("id").stringValue()).isEqualTo(api.organizationOf(other));
    }

    private HttpResponse signIn(String key) {
        return api.answer(request("POST /v1/sign-in").body("{\"key\":\"" + key + "\"}"));
    }

    private HttpResponse read(String cookie) {
        return api.answer(request("GET /v1/organization").header("cookie", cookie));
    }

    private HttpResponse change(Map<String, String> headers) {
        RequestBuilder patch = request("PATCH /v1/organization").body("{}");
        headers.forEach(patch::header);
        return api.answer(patch);
    }

    private String code(HttpResponse answer) {
        return api.body(answer).path("code").stringValue();
    }

    private static String cookie(HttpResponse signedIn) {
        var header = setCookie(signedIn);
        return header.substring(0, header.indexOf(';'));
    }

    private static String setCookie(HttpResponse answer) {
        return answer.headers().getOrDefault("set-cookie", "");
    }
}
