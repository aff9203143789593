package dev.berth.session;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPageTest {
    private final SessionPageRoute route = new SessionPageRoute("wss://berth.example.com/socket");

    @Test
    void everySessionHasTheSamePage() {
        assertThat(page("ses_1").body()).isEqualTo(page("ses_2").body());
        assertThat(page("ses_1").headers()).isEqualTo(page("ses_2").headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void thePolicyLetsWhatIsInThePageRunAndNothingElse(String tag) throws Exception {
        var content = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(new String(page("ses_1").body(), StandardCharsets.UTF_8));
        assertThat(content.find()).isTrue();
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(content.group(1).getBytes(StandardCharsets.UTF_8)));

        assertThat(policy()).contains("; " + tag + "-src 'sha256-" + hash + "';");
        assertThat(content.find()).isFalse();
    }

    @Test
    void thePolicyRefusesByDefaultAndNamesTheSocket() {
        assertThat(policy())
                .startsWith("default-src 'none'; ")
                .contains("connect-src 'self' wss://berth.example.com/socket;")
                .contains("require-trusted-types-for 'script'; trusted-types 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void thePageMakesNoMarkupOfText() {
        var page = new String(page("ses_1").body(), StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }

    private String policy() {
        return page("ses_1").headers().getOrDefault("content-security-policy", "");
    }

    private HttpResponse page(String session) {
        return route.endpoints().stream()
                .map(endpoint -> ((Endpoint.Open<?>) endpoint).route())
                .findFirst()
                .orElseThrow()
                .apply(request("GET /s/{session}").path("session", session).build());
    }
}
