package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData.AgentText;
import dev.berth.event.TurnOutcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is called codex, and is not: missing, broken or hostile.
class CodexStandInTest {
    @RegisterExtension
    final CodexFixture codex = new CodexFixture();

    @TempDir
    private Path folder;

    @Test
    void withoutTheCommandLineTheFailureSaysHowToGetIt() throws Exception {
        codex.environment(Map.of("PATH", "/no/such/folder"));

        assertThat(codex.start().exitCode()).isEqualTo(ExitCode.FAILED.value());

        var failure = codex.sandbox().controlPlane().failure().orElseThrow();
        assertThat(failure.code()).isEqualTo("codex_missing");
        assertThat(failure.remedy()).contains("npm install", "PATH");
    }

    @Test
    void oneThatDoesNotStartIsAFailureWithItsLastWords() throws Exception {
        standIn("#!/bin/sh\necho 'the library is missing' >&2\nexit 7\n");

        assertThat(codex.start().exitCode()).isEqualTo(ExitCode.FAILED.value());

        var failure = codex.sandbox().controlPlane().failure().orElseThrow();
        assertThat(failure.code()).isEqualTo("agent_not_started");
        assertThat(failure.detail()).contains("exit code 7", "the library is missing");
    }

    @Test
    void whateverItSaysTheTurnGoesOnAndTheSupervisorLives() throws Exception {
        standIn(hostile());
        codex.start();

        assertThat(codex.say("anything").outcome()).isEqualTo(TurnOutcome.COMPLETED);

        assertThat(codex.told(AgentText.class))
                .containsExactly(new AgentText("m", "a\uFFFDb\uFFFDc", true, null, null, null));
        assertThat(left("refusal")).contains("\"id\":\"ask\"", "\"error\"");
        await().until(() -> left("interrupt").contains("turn/interrupt"));
        assertThat(left("interrupt")).contains("\"turnId\":\"by itself\"");
    }

    private String left(String name) throws IOException {
        var file = codex.sandbox().folder().resolve("workspace").resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void standIn(String script) throws IOException {
        var file = Files.writeString(folder.resolve("codex"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        codex.environment(Map.of("PATH", folder + File.pathSeparator + System.getenv("PATH")));
    }

    private static String hostile() throws IOException {
        try (var in = CodexStandInTest.class.getResourceAsStream("hostile-codex.sh")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
