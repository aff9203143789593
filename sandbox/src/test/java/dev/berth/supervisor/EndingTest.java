package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.TurnOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndingTest {
    /// Forks twice, leaves its session, ignores what it can.
    private static final String STUBBORN = """
            trap '' TERM INT HUP
            (trap '' TERM INT HUP; setsid bash -c "trap '' TERM INT HUP; while :; do sleep 0.2; done" berth-stray &)
            echo up
            while :; do sleep 0.2; done
            """;

    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void anInterruptEndsTheTurnWithItsWholeTreeAndKeepsTheSandbox() {
        sandbox.start();
        var turn = sandbox.controlPlane().queue(STUBBORN);
        sandbox.awaitOutput(turn, "up");

        sandbox.controlPlane().interrupt(turn);
        sandbox.controlPlane().wake();

        assertThat(sandbox.awaitEnd(turn).outcome()).isEqualTo(TurnOutcome.INTERRUPTED);
        assertThat(sandbox.run("cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c '[b]erth-stray'"))
                .isEqualTo("0\n");
    }

    @Test
    void aStopEndsTheTurnSavesItsLastOutputAndLeavesNoProcess() throws Exception {
        var supervisor = sandbox.start();
        var turn = sandbox.controlPlane()
                .queue("trap 'echo last words' TERM; echo up; " + STUBBORN.substring(STUBBORN.indexOf('(')));
        sandbox.awaitOutput(turn, "up");

        sandbox.controlPlane().stop();
        sandbox.controlPlane().wake();

        assertThat(supervisor.exitCode()).isZero();
        assertThat(sandbox.controlPlane().end(turn).orElseThrow().outcome()).isEqualTo(TurnOutcome.INTERRUPTED);
        assertThat(sandbox.controlPlane().output(turn)).contains("last words");
        assertThat(processesOf(sandbox.folder())).isEmpty();
    }

    @Test
    void termEndsInGoodOrderWithExitCodeZero() throws Exception {
        var supervisor = sandbox.start();
        var turn = sandbox.controlPlane().queue("echo up; sleep 300");
        sandbox.awaitOutput(turn, "up");

        supervisor.terminate();

        assertThat(supervisor.exitCode()).isZero();
        assertThat(sandbox.controlPlane().end(turn).orElseThrow().outcome()).isEqualTo(TurnOutcome.INTERRUPTED);
        assertThat(processesOf(sandbox.folder())).isEmpty();
    }

    @Test
    void aKilledSupervisorTakesItsWholeTreeWithIt() throws IOException {
        var supervisor = sandbox.start();
        var turn = sandbox.controlPlane().queue(STUBBORN);
        sandbox.awaitOutput(turn, "up");
        assertThat(processesOf(sandbox.folder())).isNotEmpty();

        supervisor.kill();

        await().untilAsserted(() -> assertThat(processesOf(sandbox.folder())).isEmpty());
    }

    @Test
    void anEndedGenerationEndsTheAgentAndTheSupervisor() throws Exception {
        var supervisor = sandbox.start();
        var turn = sandbox.controlPlane().queue(STUBBORN);
        sandbox.awaitOutput(turn, "up");

        sandbox.controlPlane().failWith(410);
        sandbox.controlPlane().wake();

        assertThat(supervisor.exitCode()).isEqualTo(ExitCode.ABANDONED.value());
        assertThat(processesOf(sandbox.folder())).isEmpty();
    }

    @Test
    void aFullDiskFailsTheSessionInWords() throws Exception {
        var supervisor = sandbox.start(Map.of("BERTH_MIN_FREE_MIB", "100000000"));

        assertThat(supervisor.exitCode()).isEqualTo(ExitCode.FAILED.value());
        assertThat(sandbox.controlPlane().failure().orElseThrow().code()).isEqualTo("disk_full");
    }

    /// Every process with a current directory in the sandbox folder, but the supervisor.
    private static List<Path> processesOf(Path folder) throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process ->
                            workingDirectory(process).anyMatch(cwd -> cwd.startsWith(folder.resolve("workspace"))))
                    .toList();
        }
    }

    private static Stream<Path> workingDirectory(Path process) {
        try {
            return Stream.of(Files.readSymbolicLink(process.resolve("cwd")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
