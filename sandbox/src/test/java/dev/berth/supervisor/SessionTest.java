package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.TurnOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionTest {
    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void aMessageRunsAndItsOutputAndEndAreTold() throws Exception {
        var turn = sandbox.controlPlane().queue("echo hello; echo oops >&2; exit 3");
        var supervisor = sandbox.start();

        var end = sandbox.awaitEnd(turn);

        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(sandbox.controlPlane().output(turn)).contains("hello\n").contains("oops\n");
        supervisor.terminate();
        assertThat(supervisor.exitCode()).isZero();
    }
}
