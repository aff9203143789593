package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.OutputStreamName;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.SandboxEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShellSessionTest {
    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void aScriptsStreamsAndExitCodeAreTold() {
        var turn = sandbox.controlPlane().queue("echo hello; echo oops >&2; exit 3");
        sandbox.start();

        var end = sandbox.awaitEnd(turn);

        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(outputs()).contains(output(OutputStreamName.STDOUT, "hello\n"));
        assertThat(outputs()).contains(output(OutputStreamName.STDERR, "oops\n"));
    }

    @Test
    void workingDirectoryAndExportedVariablesAreKeptAlsoAfterAFailure() {
        sandbox.start();

        sandbox.run(
                "mkdir -p deep/er; cd deep; export KEPT=$'two\\nlines'; local_only=1; readonly export FIXED=x; exit 7");
        assertThat(sandbox.run("pwd; echo \"[$KEPT][$local_only]\"; cd er")).endsWith("/deep\n[two\nlines][]\n");
        assertThat(sandbox.run("pwd; set -e; false; echo never")).endsWith("/deep/er\n");
        assertThat(sandbox.run("unset KEPT; rmdir ../er")).isEmpty();
        assertThat(sandbox.run("echo \"[${KEPT-unset}]\"; pwd"))
                .contains("is gone")
                .contains("[unset]\n");
    }

    @Test
    void theAgentGetsNothingOfTheSupervisorsEnvironment() {
        sandbox.controlPlane()
                .manifest(manifest -> new Fixtures.Change(manifest).environment(Map.of("FROM_PROFILE", "yes")));
        sandbox.start(Map.of("AWS_SECRET_ACCESS_KEY", "seeded", "OPENAI_API_KEY", "seeded", "GIT_CONFIG_GLOBAL", "x"));

        var environment =
                sandbox.run("env; cat /proc/1/environ | tr '\\0' '\\n'; git config --list --show-origin; echo ~");

        assertThat(environment)
                .contains("FROM_PROFILE=yes", "HOME=" + sandbox.folder().resolve("home"))
                .doesNotContain("seeded", "BERTH_", "AWS_", "GIT_CONFIG_GLOBAL");
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedAndCodePointsStayWhole() {
        sandbox.start();

        assertThat(sandbox.run(
                        "printf 'a\\xffb\\n'; printf '\\xe2\\x82'; sleep 0.2; printf '\\xac\\n'; printf 'end\\xe2'"))
                .isEqualTo("a\uFFFDb\n\u20AC\nend\uFFFD");
        assertThat(sandbox.run("echo next")).isEqualTo("next\n");
    }

    @Test
    void aScriptWithNulBytesIsRefusedInWords() {
        sandbox.start();
        var turn = sandbox.controlPlane().queue("echo a\0b");

        var end = sandbox.awaitEnd(turn);

        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(end.detail()).contains("NUL");
    }

    @Test
    void aProcessInTheBackgroundLivesOnAndDoesNotHoldTheTurnOpen() {
        sandbox.start();

        assertThat(sandbox.run("sleep 300 & echo $! > pid; echo started")).isEqualTo("started\n");
        assertThat(sandbox.run("kill -0 $(cat pid) && echo lives")).isEqualTo("lives\n");
    }

    @Test
    void aScriptThatReplacesOrKillsItsShellEndsItsTurnOnly() {
        sandbox.start();
        var replaced = sandbox.controlPlane().queue("exec false");
        var killed = sandbox.controlPlane().queue("echo before; kill -9 $$");
        var after = sandbox.controlPlane().queue("echo after");

        assertThat(sandbox.awaitEnd(replaced).exitCode()).isEqualTo(1);
        assertThat(sandbox.awaitEnd(killed).exitCode()).isEqualTo(137);
        assertThat(sandbox.awaitEnd(after).outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(sandbox.controlPlane().output(after)).isEqualTo("after\n");
    }

    private List<CommandOutput> outputs() {
        return sandbox.controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(CommandOutput.class::isInstance)
                .map(CommandOutput.class::cast)
                .toList();
    }

    private static CommandOutput output(OutputStreamName stream, String text) {
        return new CommandOutput(null, stream, text, null, null, null);
    }
}
