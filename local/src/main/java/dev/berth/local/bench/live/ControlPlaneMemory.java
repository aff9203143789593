package dev.berth.local.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The memory of a control plane: what the system counts, and what its heap holds once garbage is gone.
record ControlPlaneMemory(long pid) {
    record Reading(double residentMiB, double liveHeapMiB) {}

    Reading read() {
        double heap = liveHeapMiB();
        return new Reading(ProcessFigures.areKnown() ? new ProcessFigures(pid).residentMiB() : Double.NaN, heap);
    }

    /// The last line of a class histogram, `Total <instances> <bytes>`; taking one collects garbage first.
    private double liveHeapMiB() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                            .findFirst()
                            .orElse(0)
                    / (double) (1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd cannot be started", e);
        }
    }
}
