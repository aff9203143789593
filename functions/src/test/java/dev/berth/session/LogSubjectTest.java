package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxStopped;
import dev.berth.store.InMemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

/// What a log line would have, were one written there.
class LogSubjectTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final List<Map<String, String>> seen = new ArrayList<>();

    @AfterEach
    void forget() {
        LogSubject.none();
    }

    @Test
    void aLaunchIsToldWithTheGenerationThatItIsOf() {
        scene.driver.duringNext(this::see);
        var key = scene.start("work");
        scene.startStep(key, 0);
        assertThat(seen).containsExactly(fields(key, 1));
    }

    @Test
    void whatAStepFailsWithIsToldWithItsSession() {
        scene.driver.failNext();
        var key = scene.start("work");
        assertThatThrownBy(() -> scene.startStep(key, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(fields(key, 1));
    }

    @Test
    void aSandboxIsKnownByItsToken() {
        var sandbox = FakeSandbox.running(scene, scene.start("work"));
        LogSubject.none();
        sandbox.caller();
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(fields(sandbox.session(), 1));
    }

    @Test
    void aClientIsToldOfTheSessionItReads() {
        var sandbox = FakeSandbox.running(scene, scene.start("work"));
        LogSubject.none();
        scene.readSession.get(sandbox.session());
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(fields(sandbox.session(), 1));
    }

    @Test
    void whatTheSubstrateTellsIsAboutTheLaunchThatEnded() {
        var key = scene.start("work");
        scene.startStep(key, 0);
        var sandbox = FakeSandbox.launched(scene);
        LogSubject.none();
        new SandboxStopped(scene.sandboxes, scene.sessions, scene.transitions, (_, _) -> see())
                .stopped(sandbox.ref().id(), false, new Observation.Gone("exit code 1"));
        assertThat(seen).containsExactly(fields(key, 1));
    }

    @Test
    void oneOfSeveralLeavesWhatWasBefore() {
        var before = new SessionKey("org_1", "ses_before");
        LogSubject.is(before);
        LogSubject.during(new SessionKey("org_1", "ses_other"), this::see);
        assertThat(seen).containsExactly(Map.of("session", "ses_other"));
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("session", "ses_before"));
    }

    @Test
    void theSweepIsAboutEachInTurnAndThenAboutNone() {
        scene.start("work");
        LogSubject.none();
        scene.sweepSessions.sweep();
        assertThat(MDC.get(LogSubject.SESSION)).isNull();
    }

    private void see() {
        seen.add(MDC.getCopyOfContextMap());
    }

    private static Map<String, String> fields(SessionKey key, int generation) {
        return Map.of("session", key.session(), "generation", Integer.toString(generation));
    }
}
