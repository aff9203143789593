package dev.berth.local.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the system knows of a process; on Linux only.
record ProcessFigures(long pid) {
    private static final String RESIDENT = "VmRSS:";

    static boolean areKnown() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    double residentMiB() {
        return read("status")
                        .lines()
                        .filter(line -> line.startsWith(RESIDENT))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024.0;
    }

    Duration processorTime() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the process %d is gone".formatted(pid), e);
        }
    }
}
