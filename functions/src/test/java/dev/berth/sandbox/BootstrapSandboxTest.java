package dev.berth.sandbox;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.Protocol;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapSandboxTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");

    @BeforeEach
    void aSandboxIsLaunched() {
        scene.startStep(key, 0);
    }

    @Test
    void theTokenIsExchangedForWhatTheSandboxIsToBe() {
        var sandbox = FakeSandbox.launched(scene);

        var manifest = sandbox.exchange();

        assertThat(manifest.sandbox()).isEqualTo(sandbox.ref().id());
        assertThat(manifest.session()).isEqualTo(key.session());
        assertThat(manifest.generation()).isEqualTo(1);
        assertThat(manifest.earlierTranscript()).isNull();
    }

    @Test
    void theSameSecretTwiceGetsTheSameAnswer() {
        var sandbox = FakeSandbox.launched(scene);

        assertThat(sandbox.exchange()).isEqualTo(sandbox.exchange());
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void anotherSecretIsRefusedAndFailsTheSession() {
        var sandbox = FakeSandbox.launched(scene);
        sandbox.exchange();

        assertProblem(409, "already_exchanged", () -> sandbox.exchange("a thief's"));

        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.STOPPING);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.FAILED);
        assertThat(scene.session(key).failure())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("bootstrap_token_used_twice"));
    }

    @Test
    void anEarlierGenerationHasEnded() {
        var first = FakeSandbox.launched(scene);
        first.endByItself("exit code 1");
        scene.startStep(key, 1);

        assertProblem(410, "generation_ended", first::exchange);
        assertThat(FakeSandbox.launched(scene).exchange().generation()).isEqualTo(2);
    }

    @Test
    void aSandboxOfTheRunBeforeHasEndedThoughNoOtherWasLaunched() {
        var late = FakeSandbox.launched(scene);
        scene.stop(key);
        scene.settle(key);
        scene.resumeSession.resume(key, false);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);

        assertProblem(410, "generation_ended", late::exchange);
    }

    @Test
    void aSessionThatStopsExchangesNothing() {
        scene.stop(key);

        assertProblem(410, "generation_ended", FakeSandbox.launched(scene)::exchange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "sbx_1", "sbx_1.", ".mac", "sbx_1.bm90IG91cnM", "a.b.c"})
    void aForgedTokenIsUnknown(String token) {
        assertProblem(401, "unknown_sandbox", () -> exchange(token));
    }

    @Test
    void aTokenOfOneSandboxDoesNotOpenAnother() {
        var genuine = scene.driver.launches().getLast().bootstrapToken();
        var mac = genuine.substring(genuine.indexOf('.'));

        assertProblem(401, "unknown_sandbox", () -> exchange("sbx_other" + mac));
        assertProblem(401, "unknown_sandbox", () -> exchange(genuine + "x"));
        assertProblem(401, "unknown_sandbox", () -> exchange(genuine.substring(0, genuine.length() - 1)));
    }

    @Test
    void aGenuineTokenOfASandboxThatNeverWasIsUnknown() {
        assertProblem(401, "unknown_sandbox", () -> exchange(scene.tokens.bootstrapToken("sbx_none")));
    }

    @Test
    void anUnknownVersionOfTheProtocolIsRefused() {
        var token = scene.driver.launches().getLast().bootstrapToken();

        assertProblem(
                400,
                "unsupported_protocol",
                () -> scene.bootstrap.exchange(token, new BootstrapRequest(Protocol.VERSION + 1, "hash")));
    }

    @Test
    void aLaterGenerationIsGivenTheEarlierTranscript() {
        var first = FakeSandbox.launched(scene);
        first.exchange();
        first.ready();
        first.takeTurn();
        first.send(first.text("I have begun."));
        scene.stop(key);
        scene.finish(key);
        scene.resumeSession.resume(key, false);
        scene.startStep(key, 0);

        assertThat(FakeSandbox.launched(scene).exchange().earlierTranscript())
                .contains("[message] task", "[agent] I have begun.");
    }

    private void exchange(String token) {
        scene.bootstrap.exchange(token, new BootstrapRequest(Protocol.VERSION, "hash"));
    }
}
