package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.SandboxEvent;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryTest {
    private static final String COUNTING = "for i in $(seq 1 300); do echo line $i; sleep 0.01; done";

    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void answersThatAreLostCostNothingAndRepeatNothing() {
        sandbox.start();
        var turn = sandbox.controlPlane().queue(COUNTING);
        sandbox.awaitOutput(turn, "line 50");

        sandbox.controlPlane().loseAnswers(3);

        sandbox.awaitEnd(turn);
        assertThat(sandbox.controlPlane().output(turn)).isEqualTo(counted());
        var sent = sandbox.controlPlane().batchNumbers();
        assertThat(sent).isSorted().hasSizeGreaterThan(Set.copyOf(sent).size());
    }

    @Test
    void anAgentWorksOnWhileTheControlPlaneIsAway() {
        sandbox.start();
        var turn = sandbox.controlPlane().queue(COUNTING + "; touch done");
        sandbox.awaitOutput(turn, "line 50");

        sandbox.controlPlane().failWith(503);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sandbox.folder().resolve("workspace/done").toFile().exists());
        sandbox.controlPlane().failWith(0);

        sandbox.awaitEnd(turn);
        assertThat(sandbox.controlPlane().output(turn)).isEqualTo(counted());
    }

    @Test
    void anEventThatIsRefusedIsReplacedAndTheRestArrives() {
        sandbox.controlPlane().refuseBatches(batch -> batch.events().stream()
                .anyMatch(event -> event.data() instanceof EventData.CommandOutput output
                        && output.text().contains("poison")));
        sandbox.start();
        var turn = sandbox.controlPlane().queue("echo before; echo poison >&2; sleep 0.1; echo after");

        assertThat(sandbox.awaitEnd(turn).outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(sandbox.controlPlane().output(turn))
                .contains("before", "after")
                .doesNotContain("poison");
        assertThat(sandbox.controlPlane().log().stream().map(SandboxEvent::data))
                .anyMatch(data ->
                        data instanceof EventData.Error error && error.code().equals("event_refused"));
    }

    @Test
    void messagesRunInOrderAndEachOnce() {
        var first = sandbox.controlPlane().queue("echo x >> ran; wc -l < ran");
        var second = sandbox.controlPlane().queue("echo x >> ran; wc -l < ran");
        var third = sandbox.controlPlane().queue("echo x >> ran; wc -l < ran");
        sandbox.start();

        sandbox.awaitEnd(third);

        assertThat(sandbox.controlPlane().output(first)).isEqualTo("1\n");
        assertThat(sandbox.controlPlane().output(second)).isEqualTo("2\n");
        assertThat(sandbox.controlPlane().output(third)).isEqualTo("3\n");
    }

    @Test
    void aSocketThatIsLostIsOpenedAgainAndTheSandboxAsks() throws Exception {
        sandbox.start();
        sandbox.run("true");
        var before = sandbox.controlPlane().heartbeats();

        sandbox.controlPlane().dropSockets();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> sandbox.controlPlane().heartbeats() > before);
        assertThat(sandbox.run("echo still here")).isEqualTo("still here\n");
    }

    private static String counted() {
        return IntStream.rangeClosed(1, 300).mapToObj("line %d\n"::formatted).collect(Collectors.joining());
    }
}
