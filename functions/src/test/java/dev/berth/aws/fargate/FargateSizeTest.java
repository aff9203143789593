package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.sandbox.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FargateSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0.25, 512, 20, 256, 512, 0",
        "0.25, 513, 20, 256, 1024, 0",
        "0.25, 1025, 20, 256, 2048, 0",
        "0.25, 4096, 20, 512, 4096, 0",
        "0.3, 512, 21, 512, 1024, 21",
        "1, 512, 20, 1024, 2048, 0",
        "1, 2049, 200, 1024, 3072, 200",
        "1.5, 2048, 20, 2048, 4096, 0",
        "4, 30720, 20, 4096, 30720, 0",
        "4, 30721, 20, 8192, 32768, 0",
        "16, 122880, 20, 16384, 122880, 0"
    })
    void theSmallestSizeThatHasWhatIsAskedFor(
            double cpu, int memoryMiB, int diskGiB, int cpuUnits, int givenMiB, int ephemeralGiB) {
        assertThat(FargateSize.of(new Launch.Resources(cpu, memoryMiB, diskGiB)))
                .contains(new FargateSize(cpuUnits, givenMiB, ephemeralGiB));
    }

    @ParameterizedTest
    @CsvSource({"17, 1024, 20", "1, 122881, 20", "1, 2048, 201"})
    void whatNoTaskHas(double cpu, int memoryMiB, int diskGiB) {
        assertThat(FargateSize.of(new Launch.Resources(cpu, memoryMiB, diskGiB)))
                .isEmpty();
    }

    @Test
    void moreIsNeverAnsweredWithLess() {
        var before = new FargateSize(0, 0, 0);
        for (int memoryMiB = 512; memoryMiB <= 122_880; memoryMiB += 512) {
            var size = FargateSize.of(new Launch.Resources(0.25, memoryMiB, 20)).orElseThrow();
            assertThat(size.memoryMiB()).isGreaterThanOrEqualTo(Math.max(memoryMiB, before.memoryMiB()));
            before = size;
        }
    }
}
