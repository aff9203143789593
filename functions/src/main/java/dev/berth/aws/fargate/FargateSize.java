package dev.berth.aws.fargate;

import dev.berth.sandbox.Launch;
import java.util.List;
import java.util.Optional;

/// One of the sizes that a Fargate task can have.
///
/// @param cpuUnits 1024 to a virtual CPU
/// @param ephemeralGiB 0 for the 20 that a task has without asking
record FargateSize(int cpuUnits, int memoryMiB, int ephemeralGiB) {
    private static final int UNITS = 1024;
    private static final int FREE_DISK_GIB = 20;
    private static final int MAX_DISK_GIB = 200;

    /// As AWS lists them: memory goes with CPU.
    private static final List<Range> RANGES = List.of(
            new Range(256, 512, 2048, 512),
            new Range(512, 1024, 4096, 1024),
            new Range(1024, 2048, 8192, 1024),
            new Range(2048, 4096, 16_384, 1024),
            new Range(4096, 8192, 30_720, 1024),
            new Range(8192, 16_384, 61_440, 4096),
            new Range(16_384, 32_768, 122_880, 8192));

    /// The smallest size that has what is asked for; empty when there is none.
    static Optional<FargateSize> of(Launch.Resources asked) {
        if (asked.diskGiB() > MAX_DISK_GIB) {
            return Optional.empty();
        }
        return RANGES.stream()
                .filter(range -> range.cpuUnits() >= asked.cpu() * UNITS && range.maxMiB() >= asked.memoryMiB())
                .findFirst()
                .map(range -> new FargateSize(range.cpuUnits(), range.memoryFor(asked.memoryMiB()), disk(asked)));
    }

    private static int disk(Launch.Resources asked) {
        return asked.diskGiB() > FREE_DISK_GIB ? asked.diskGiB() : 0;
    }

    private record Range(int cpuUnits, int minMiB, int maxMiB, int stepMiB) {
        /// A quarter of a CPU comes with 512, 1024 or 2048 MiB, and not with 1536.
        int memoryFor(int askedMiB) {
            var steps = Math.ceilDiv(Math.max(askedMiB, minMiB), stepMiB);
            return cpuUnits == 256 && steps == 3 ? maxMiB : steps * stepMiB;
        }
    }
}
