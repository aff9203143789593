package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Agents that behave badly end, and take nothing else with them.
@ExtendWith(SharedBerth.class)
class HostileAgentTest {
    private final RunningBerth berth;
    private final Api api;
    private final Work work;

    /// What tells this test's processes from all others: how long they sleep.
    private final String seconds = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    HostileAgentTest(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @AfterEach
    void nothingIsLeftAndTheControlPlaneIsWell() {
        Work.eventually().untilAsserted(() -> assertThat(Strays.sleeping(seconds))
                .as("processes left")
                .isEmpty());
        api.call("GET /healthz").answers(200);
        assertThat(work.output(work.ran(berth.scene().profile(), "echo well"))).isEqualTo("well\n");
    }

    @Test
    void oneThatWritesWithoutEndIsCutOffVisibly() {
        var session = work.ran(berth.scene().profile(), "head -c 60000000 /dev/zero | tr '\\0' x");
        var cut = work.events(session, "command.output").getLast().path("data");
        assertThat(cut.path("truncated").asBoolean()).isTrue();
        assertThat(cut.path("bytes").asLong()).isGreaterThan(50_000_000);
        assertThat(work.events(session, "turn.ended")
                        .getFirst()
                        .at("/data/exitCode")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void oneThatNeverEndsIsInterruptedAndStopped() {
        var session = begun("while true; do sleep %s; done".formatted(seconds));
        api.call("POST /v1/sessions/{session}/interrupt", session).answers(202);
        assertThat(work.awaitTurns(session, 1).path("outcome").asString()).isEqualTo("interrupted");
        assertThat(work.session(session).path("status").asString()).isEqualTo("running");
        work.send(session, "echo again; sleep " + seconds);
        work.awaitOutput(session, "again");
        work.stop(session);
        assertThat(work.session(session).path("statusReason").asString()).isEqualTo("user");
    }

    @Test
    void oneThatIgnoresSigtermIsKilled() {
        var session = begun("trap '' TERM INT HUP; (trap '' TERM INT HUP; sleep %s)".formatted(seconds));
        work.stop(session);
        assertThat(work.session(session).path("status").asString()).isEqualTo("stopped");
        assertThat(work.events(session, "turn.ended")).hasSize(1);
    }

    @Test
    void oneThatForksAwayLeavesNothing() {
        var forked = "(setsid bash -c 'trap \"\" TERM HUP; sleep %s & disown; sleep %s' >/dev/null 2>&1 &) &";
        var session = begun(forked.formatted(seconds, seconds));
        work.awaitTurns(session, 1);
        work.stop(session);
    }

    @Test
    void oneThatKillsWhateverItCanReachEndsItsOwnSessionAtMost() {
        var session = work.start(
                berth.scene().profile(), "sleep %s & kill -9 $PPID; kill -9 -1; kill -9 0".formatted(seconds));
        Work.eventually()
                .until(() -> !work.events(session, "turn.ended").isEmpty()
                        || work.session(session).path("status").asString().equals("failed"));
        work.stop(session);
        assertThat(work.events(session, "turn.ended")).hasSize(1);
    }

    private String begun(String script) {
        var session = work.start(berth.scene().profile(), "echo begun\n" + script);
        work.awaitOutput(session, "begun");
        return session;
    }
}
