package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody follows a View session link; the agent's words are hostile.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionPageIT {
    private static final String HOSTILE = """
            echo '<script>document.title = "taken over"</script><img src=x onerror="document.title = 1">'
            printf 'red \\033[31mwords\\033[0m, a bell \\007, an override \\342\\200\\256txt\\n'
            printf '<b>new</b>\\n' > '<i>file'
            """;

    private InstalledBerth berth;
    private Command up;
    private String hostile;
    private Browser browser;

    @BeforeAll
    void aSessionThatWorked() throws Exception {
        berth = new InstalledBerth();
        up = berth.up();
        berth.publishRepository("app", Map.of());
        hostile = started(HOSTILE);
    }

    @AfterAll
    void stop() {
        up.interrupt();
    }

    @BeforeEach
    void aBrowserThatWasNeverHere() {
        browser = new Browser();
    }

    @AfterEach
    void nothingWasRefusedByThePagesOwnPolicy() {
        var complaints = browser.complaints();
        browser.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoIsUnknownIsAskedForAKeyAndToldWhenItIsWrong() {
        browser.open(hostile);
        browser.sees("#sign-in h1", "Sign in to Berth");
        assertThat(browser.find("#session").isDisplayed()).isFalse();
        browser.type("#key", "berth_wrong");
        browser.click("#sign-in button");
        browser.sees("#sign-in .problem", "shape of an API key");
    }

    @Test
    void whatTheAgentPrintsIsTextAndNothingElse() throws IOException {
        signIn(hostile);
        browser.sees("#transcript", "<script>document.title = \"taken over\"</script>");
        browser.sees("#transcript", "red words, a bell ␇, an override \ufffdtxt");
        browser.sees("#transcript", "turn completed, exit code 0");
        assertThat(browser.count("#transcript script, #transcript img")).isZero();
        assertThat(browser.title()).endsWith(" · Berth");
    }

    @Test
    void taskPhasesAndChangesAreThere() throws IOException {
        signIn(hostile);
        browser.sees("#change-count", "1 files, +1 −0");
        browser.click("#changes summary");
        browser.sees("#diff", "+<b>new</b>");
        browser.sees("#diff", "<i>file");
        browser.click("details:nth-of-type(1) summary");
        browser.sees("#task", "echo '<script>");
        browser.click("details:nth-of-type(2) summary");
        browser.sees("#phases", "workspace");
    }

    @Test
    void aSessionIsFollowedAndSteered() throws IOException {
        signIn(started("echo first turn"));
        browser.sees("#status", "running");
        browser.sees("#connection", "Live.");
        browser.sees("#transcript", "turn completed");
        browser.type("#text", "echo second turn");
        browser.click("#message button");
        browser.sees("#transcript", "\nsecond turn");
        assertThat(browser.find("#text").getDomProperty("value")).isEmpty();
        browser.click("#stop");
        browser.sees("#status", "stopped: user");
        browser.sees("#resume", "Resume");
    }

    @Test
    void aSessionThatIsNotTheirsLooksLikeNone() throws IOException {
        signIn(hostile);
        browser.open(hostile.replaceFirst("ses_.*", "ses_none"));
        browser.sees("#nothing", "There is no session ses_none");
    }

    @Test
    void signedOutThePageAsksForAKeyAgain() throws IOException {
        signIn(hostile);
        browser.click("#sign-out");
        browser.sees("#sign-in h1", "Sign in to Berth");
    }

    private void signIn(String url) throws IOException {
        browser.open(url);
        browser.sees("#sign-in h1", "Sign in to Berth");
        browser.type("#key", berth.adminKey());
        browser.click("#sign-in button");
        browser.sees("#title", "echo");
    }

    private String started(String task) {
        return berth.run("session", "start", "--profile", "app", "--json", task)
                .json()
                .path("url")
                .asString();
    }
}
