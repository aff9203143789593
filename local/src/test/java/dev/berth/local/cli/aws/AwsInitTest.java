package dev.berth.local.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a program called `aws` that keeps what it is given.
final class AwsInitTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsInItsFileAndWasSentAndIsShownNowhere() throws IOException {
        aws("{\"organization\": \"org_1\", \"administrator\": true}", 0);
        var run = init();
        assertThat(run.exitCode()).as(run.err()).isZero();
        var key = Files.readString(keyFile());
        assertThat(key).startsWith("berth_");
        assertThat(Json.MAPPER.readTree(Files.readString(folder.resolve("payload"))))
                .isEqualTo(Json.MAPPER.valueToTree(Map.of("organization", "acme", "apiKey", key)));
        assertThat(run.out()).contains("org_1", keyFile().toString()).doesNotContain(key);
        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("--function-name berth-admin --qualifier live", "--region eu-central-1")
                .doesNotContain(key);
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws IOException {
        aws("{\"organization\": \"org_1\", \"administrator\": true}", 0);
        init();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void aCallThatIsRepeatedSendsTheSameKey() throws IOException {
        aws("Unable to locate credentials", 255);
        assertThat(init().exitCode()).isEqualTo(ExitCode.FAILED);
        var key = Files.readString(keyFile());
        aws("{\"organization\": \"org_1\", \"administrator\": true}", 0);
        assertThat(init().exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("payload"))).contains(key);
    }

    @Test
    void whatAwsRefusesIsSaidWithWhatToDo() throws IOException {
        aws("An error occurred (AccessDeniedException) when calling the Invoke operation", 254);
        assertThat(init().err()).contains("AccessDeniedException", "you may invoke its functions");
    }

    @Test
    void anOrganizationOfSomebodyElsesIsNotTakenOver() throws IOException {
        aws("{\"organization\": \"org_1\", \"administrator\": false}", 0);
        var run = init();
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("made before, with another key");
    }

    @Test
    void withoutTheProgramItSaysWhatToInstall() {
        var run = CommandRun.in(folder, Map.of("PATH", folder.toString()), "", "aws", "init");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("Install it");
    }

    private CommandRun init() {
        return CommandRun.in(
                folder,
                Map.of("PATH", folder + ":/usr/bin:/bin"),
                "",
                "aws",
                "init",
                "--region",
                "eu-central-1",
                "--organization",
                "acme");
    }

    private Path keyFile() {
        return folder.resolve(".berth/aws/berth.eu-central-1/admin-key");
    }

    private void aws(String says, int exitCode) throws IOException {
        var program = folder.resolve("aws");
        Files.writeString(program, """
                #!/bin/sh
                echo "$@" >'%1$s/arguments'
                for argument; do
                  case $argument in fileb://*) cp "${argument#fileb://}" '%1$s/payload' ;; esac
                  answer=$argument
                done
                if [ %2$d -ne 0 ]; then
                  echo '%3$s' >&2
                  exit %2$d
                fi
                echo '%3$s' >"$answer"
                echo '{"StatusCode": 200}'
                """.formatted(folder, exitCode, says));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
