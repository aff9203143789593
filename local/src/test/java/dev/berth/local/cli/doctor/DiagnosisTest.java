package dev.berth.local.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.doctor.Finding.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Machine.Data DATA = new Machine.Data(Path.of(".berth"), true, true, true, true);
    private static final Machine GOOD = machine(Optional.of("git version 2"), true, 1L << 40, true, DATA);

    @Test
    void aGoodMachineCanRunAndIsTold() {
        Diagnosis diagnosis = Diagnosis.of(GOOD);
        assertThat(diagnosis.canRun()).isTrue();
        assertThat(finding(GOOD, "git").level()).isEqualTo(Level.GOOD);
        assertThat(finding(GOOD, "berth").detail()).isEqualTo("the control plane answers");
    }

    @Test
    void thatAnAgentWithoutAContainerCanReadTheDataFolderIsSaid() {
        assertThat(finding(GOOD, "sandboxes").detail()).contains("it can read your files, the data folder");
        Machine without = machine(Optional.of("2"), false, 1L << 40, true, DATA);
        assertThat(finding(without, "sandboxes").detail())
                .contains("not kept together", "it can read your files, the data folder");
    }

    @Test
    void anEngineMakesContainersOfANewFoldersSandboxes() {
        var machine = machine(Optional.of("29.0.1"), Optional.empty());
        assertThat(finding(machine, "sandboxes").detail()).contains("containers", "29.0.1");
        assertThat(finding(machine, "docker").level()).isEqualTo(Level.GOOD);
    }

    @Test
    void containersWithoutTheirEngineStopIt() {
        assertThat(Diagnosis.of(machine(Optional.empty(), Optional.of("docker")))
                        .canRun())
                .isFalse();
    }

    @Test
    void withoutGitItCannotRun() {
        Machine machine = machine(Optional.empty(), true, 1L << 40, true, DATA);
        assertThat(Diagnosis.of(machine).canRun()).isFalse();
        assertThat(finding(machine, "git").remedy()).contains("Install git");
    }

    @Test
    void withoutCodexItCanRunAndSaysHowToGetIt() {
        Machine machine = machine(Optional.of("2"), true, 1L << 40, true, DATA);
        assertThat(Diagnosis.of(machine).canRun()).isTrue();
        assertThat(finding(machine, "codex").remedy()).contains("npm install");
    }

    @Test
    void aFullDiskIsALimit() {
        assertThat(finding(machine(Optional.of("2"), true, 1000, true, DATA), "disk")
                        .level())
                .isEqualTo(Level.LIMITED);
    }

    @Test
    void aKeyThatOthersCanReadIsALimit() {
        Machine.Data open = new Machine.Data(Path.of(".berth"), true, true, false, true);
        assertThat(finding(machine(Optional.of("2"), true, 1L << 40, true, open), "data")
                        .remedy())
                .contains("chmod 600");
    }

    @Test
    void aDataFolderThatCannotBeWrittenStopsIt() {
        Machine.Data locked = new Machine.Data(Path.of(".berth"), true, false, true, false);
        assertThat(Diagnosis.of(machine(Optional.of("2"), true, 1L << 40, true, locked))
                        .canRun())
                .isFalse();
    }

    @Test
    void aTakenPortIsSaidBeforeTheStartFails() {
        Machine.Data down = new Machine.Data(Path.of(".berth"), true, true, true, false);
        assertThat(finding(machine(Optional.of("2"), true, 1L << 40, false, down), "berth")
                        .remedy())
                .contains("--port 0");
    }

    private static Finding finding(Machine machine, String subject) {
        return Diagnosis.of(machine).findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Machine machine(
            Optional<String> git, boolean namespaces, long freeBytes, boolean portFree, Machine.Data data) {
        return new Machine(
                25,
                git,
                Optional.of("bash 5"),
                namespaces,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                freeBytes,
                portFree,
                Optional.empty(),
                data);
    }

    private static Machine machine(Optional<String> engine, Optional<String> driver) {
        return new Machine(
                25,
                Optional.of("git version 2"),
                Optional.of("bash 5"),
                true,
                engine,
                Optional.empty(),
                Optional.empty(),
                1L << 40,
                true,
                driver,
                DATA);
    }
}
