package dev.berth.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// How long this process has lived. Linux counts that from the machine's boot in hundredths of a second; the time of
/// day at which a process started is only known to the second there, since the time of the boot is.
final class ProcessAge {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final int MILLIS_PER_TICK = 10;

    /// Counted behind the program's name, which may contain anything.
    private static final int START_FIELD = 19;

    private ProcessAge() {}

    static Duration ofThisProcess() {
        try {
            return between(Files.readString(STAT), Files.readString(UPTIME));
        } catch (IOException | RuntimeException notLinux) {
            return byTimeOfDay();
        }
    }

    static Duration between(String stat, String uptime) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var startedMillis = Long.parseLong(fields[START_FIELD]) * MILLIS_PER_TICK;
        var nowMillis = Math.round(Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1_000);
        return Duration.ofMillis(Math.max(0, nowMillis - startedMillis));
    }

    private static Duration byTimeOfDay() {
        var now = Instant.now();
        var started = ProcessHandle.current().info().startInstant().orElse(now);
        return started.isBefore(now) ? Duration.between(started, now) : Duration.ZERO;
    }
}
