package dev.berth.sandbox;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTokenCheckTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);

    @Test
    void aSandboxIsKnownByItsSecret() {
        var caller = scene.tokenCheck.check(sandbox.bearer());

        assertThat(caller.sandbox().ref()).isEqualTo(sandbox.ref());
        assertThat(caller.session()).isEqualTo(scene.session(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "sbx_1.secret", "no dot"})
    void aTokenNobodyHasIsUnknown(String token) {
        assertProblem(401, "unknown_sandbox", () -> scene.tokenCheck.check(token));
    }

    @Test
    void anotherSecretIsUnknown() {
        assertProblem(401, "unknown_sandbox", () -> scene.tokenCheck.check(sandbox.bearer() + "x"));
    }

    @Test
    void aBootstrapTokenIsNoSecret() {
        var token = scene.driver.launches().getLast().bootstrapToken();

        assertProblem(401, "unknown_sandbox", () -> scene.tokenCheck.check(token));
    }

    @Test
    void aSandboxThatStopsMayStillCall() {
        scene.stop(key);

        assertThat(scene.tokenCheck.check(sandbox.bearer()).sandbox().ref()).isEqualTo(sandbox.ref());
    }

    @Test
    void aSandboxWhoseSessionHasEndedOrIsInAnotherRunMayNot() {
        scene.stop(key);
        scene.finish(key);
        assertProblem(410, "generation_ended", () -> scene.tokenCheck.check(sandbox.bearer()));

        scene.resumeSession.resume(key, false);
        assertProblem(410, "generation_ended", () -> scene.tokenCheck.check(sandbox.bearer()));
    }
}
