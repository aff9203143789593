package dev.berth.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstallationFileTest {
    @TempDir
    Path folder;

    @Test
    void aRegionIsEnough() {
        var installation = read("{\"region\": \"eu-central-1\"}");
        assertThat(installation.name()).isEqualTo("berth");
        assertThat(installation.network().mode()).isEqualTo(NetworkMode.PUBLIC);
        assertThat(installation.network().natGateways()).isZero();
        assertThat(installation.sandboxes().architecture()).isEqualTo(Processor.ARM64);
        assertThat(installation.retention().keepData()).isTrue();
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThat(faults("""
                {
                  "name": "Berth!",
                  "region": "mars-1",
                  "netwrk": {},
                  "network": {"mode": "open", "egressPorts": [80]},
                  "sandboxes": {"maxVcpu": 3},
                  "retention": {"logDays": 31}
                }
                """))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "name",
                        "region",
                        "netwrk",
                        "network.mode",
                        "network.egressPorts",
                        "sandboxes.maxVcpu",
                        "retention.logDays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"region": ""}                                                                    | region
            {"region": "ap-east-2"}                                                           | region
            {"region": "eu-west-2"}                                                           | sandboxes.architecture
            {"region": "eu-central-1", "network": {"natGateways": 1}}                         | network.natGateways
            {"region": "eu-central-1", "network": {"mode": "private", "natGateways": 0}}      | network.natGateways
            {"region": "eu-central-1", "network": {"natGateways": 7}}                         | network.natGateways
            {"region": "eu-central-1", "domain": {"name": "b.example.com"}}                   | domain.certificateArn
            {"region": "eu-central-1", "domain": 7}                                           | domain
            {"region": "eu-central-1", "sandboxes": {"maxVcpu": 4, "maxMemoryGiB": 64}}       | sandboxes.maxMemoryGiB
            {"region": "eu-central-1", "limits": {"burst": 1}}                                | limits.burst
            {"region": "eu-central-1", "limits": {"reservedConcurrency": {"api": 5}}}         | limits.lambdaConcurrency
            {"region": "eu-central-1", "limits": {"reservedConcurrency": {"x": 5}, "lambdaConcurrency": 1000}}    | limits.reservedConcurrency
            {"region": "eu-central-1", "limits": {"reservedConcurrency": {"api": 950}, "lambdaConcurrency": 1000}} | limits.reservedConcurrency
            {"region": "eu-central-1", "limits": {"reservedConcurrency": 5}}                  | limits.reservedConcurrency
            {"region": "eu-central-1", "operations": {"alarmEmail": "nobody"}}                | operations.alarmEmail
            {"region": "eu-central-1", "retention": {"objectDays": 30}}                       | retention.objectDays
            {"region": "eu-central-1", "retention": {"keepData": "yes"}}                      | retention.keepData
            {"region": "eu-central-1", "dataKeyArn": "alias/berth"}                           | dataKeyArn
            {"region": "eu-central-1", "dataKeyArn": "arn:aws:kms:us-east-1:123456789012:key/1"} | dataKeyArn
            """)
    void whatCannotBeDeployedIsNamedWithWhatToDo(String settings, String path) {
        assertThat(faults(settings)).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.remedy()).isNotBlank();
        });
    }

    @Test
    void aRegionWithoutArmBuildsTakesTheOtherArchitecture() {
        var installation = read("{\"region\": \"eu-west-2\", \"sandboxes\": {\"architecture\": \"x86_64\"}}");
        assertThat(installation.sandboxes().architecture()).isEqualTo(Processor.X86_64);
    }

    @Test
    void aFileThatIsNotThereOrNotJsonSaysSo() throws Exception {
        var file = folder.resolve("berth.json");
        assertThatThrownBy(() -> InstallationFile.read(file)).hasMessageContaining("is not there");
        Files.writeString(file, "{\n\"region\": }");
        assertThatThrownBy(() -> InstallationFile.read(file)).hasMessageContaining("at line 2");
        Files.writeString(file, "{\"region\": \"eu-central-1\",\n\"region\": \"eu-west-1\"}");
        assertThatThrownBy(() -> InstallationFile.read(file))
                .hasMessageContaining("region")
                .hasMessageContaining("at line 2");
    }

    private static Installation read(String settings) {
        return InstallationFile.of(Json.MAPPER.readTree(settings));
    }

    private static List<Fault> faults(String settings) {
        try {
            return List.of(new Fault("", "nothing is wrong with " + read(settings), ""));
        } catch (InvalidInstallation invalid) {
            return invalid.faults();
        }
    }
}
