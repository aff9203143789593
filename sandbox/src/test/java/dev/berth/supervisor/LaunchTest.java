package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData.SandboxPhase;
import dev.berth.event.Json;
import dev.berth.supervisor.folder.FolderLock;
import dev.berth.supervisor.folder.SandboxSecret;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaunchTest {
    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    @Test
    void aSecondSupervisorLeavesTheFirstItsFolder() throws Exception {
        var first = sandbox.start();
        sandbox.run("true");

        var second = sandbox.start();

        assertThat(second.exitCode()).isZero();
        assertThat(first.alive()).isTrue();
        assertThat(sandbox.controlPlane().secretHashes()).hasSize(1);
        var holder = Json.MAPPER.readValue(
                Files.readString(sandbox.folder().resolve("supervisor.pid")), FolderLock.Holder.class);
        assertThat(holder.pid()).isEqualTo(first.handle().pid());
        assertThat(holder.startedAtMillis())
                .isEqualTo(first.handle().info().startInstant().orElseThrow().toEpochMilli());
    }

    @Test
    void itSaysWhatItDidToBecomeReady() {
        sandbox.start();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> sandbox.controlPlane().ready().isPresent());

        assertThat(sandbox.controlPlane().ready().orElseThrow().phases())
                .extracting(SandboxPhase::phase)
                .containsExactly("boot", "manifest", "workspace", "agent");
    }

    @Test
    void anExchangeThatIsRepeatedSendsTheSameHashAndTheSecretIsItsOwnersAlone() throws Exception {
        sandbox.controlPlane().failWith(503);
        sandbox.start();
        var secretFile = sandbox.folder().resolve("secret");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(secretFile));
        var hash = SandboxSecret.in(secretFile).hash();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secretFile)))
                .isEqualTo("rw-------");

        sandbox.controlPlane().failWith(0);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> sandbox.controlPlane().ready().isPresent());
        assertThat(sandbox.controlPlane().secretHashes()).containsOnly(hash);
    }

    @Test
    void anUnknownRuntimeIsAFailureThatNamesTheKnownOnes() throws Exception {
        sandbox.controlPlane().manifest(manifest -> new Fixtures.Change(manifest).runtime("cobol"));

        assertThat(sandbox.start().exitCode()).isEqualTo(ExitCode.FAILED.value());

        var failure = sandbox.controlPlane().failure().orElseThrow();
        assertThat(failure.detail()).contains("cobol");
        assertThat(failure.remedy()).contains("shell");
    }

    @Test
    void aRepositoryThatIsNotInTheWorkspaceIsAFailureThatNamesIt() throws Exception {
        sandbox.controlPlane().manifest(manifest -> new Fixtures.Change(manifest).repository("nowhere"));

        assertThat(sandbox.start().exitCode()).isEqualTo(ExitCode.FAILED.value());

        assertThat(sandbox.controlPlane().failure().orElseThrow().detail()).contains("nowhere");
    }

    @Test
    void aRefusedExchangeEndsIt() throws Exception {
        sandbox.controlPlane().failWith(409);

        assertThat(sandbox.start().exitCode()).isEqualTo(ExitCode.ABANDONED.value());
    }

    @Test
    void everyFaultOfHowItWasStartedIsToldAtOnce() throws Exception {
        var supervisor = sandbox.start(
                Map.of("BERTH_SANDBOX", "", "BERTH_MIN_FREE_MIB", "much"), "--snapshot", "/no/such/folder");

        assertThat(supervisor.exitCode()).isEqualTo(ExitCode.USAGE.value());
        assertThat(supervisor.log()).contains("BERTH_SANDBOX", "BERTH_MIN_FREE_MIB", "/no/such/folder");
    }
}
