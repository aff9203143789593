package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.UploadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargeOutputTest {
    private static final int MIB = 1 << 20;

    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void whatIsOverTheLimitOfATurnGoesToTheObjectStoreAndTheHeapStaysSmall() {
        sandbox.start();
        var turn = sandbox.controlPlane().queue("head -c %d /dev/zero | tr '\\0' 'x'".formatted(20 * MIB));

        assertThat(sandbox.awaitEnd(turn).outcome()).isEqualTo(TurnOutcome.COMPLETED);

        var stored = sandbox.controlPlane().uploads(UploadRequest.Kind.OUTPUT).getFirst();
        var pointer = pointer();
        assertThat(pointer.bytes()).isEqualTo((long) stored.length);
        assertThat(pointer.truncated()).isTrue();
        assertThat(pointer.text()).hasSize(Protocol.TRUNCATED_TEXT_BYTES);
        var inline =
                sandbox.controlPlane().output(turn).length() - pointer.text().length();
        assertThat(inline).isLessThanOrEqualTo((int) Protocol.MAX_TURN_OUTPUT_BYTES);
        assertThat(inline + stored.length).isEqualTo(20 * MIB);
        assertThat(sandbox.run("echo and on")).isEqualTo("and on\n");
    }

    private CommandOutput pointer() {
        return sandbox.controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(CommandOutput.class::isInstance)
                .map(CommandOutput.class::cast)
                .filter(output -> output.url() != null)
                .findFirst()
                .orElseThrow();
    }
}
