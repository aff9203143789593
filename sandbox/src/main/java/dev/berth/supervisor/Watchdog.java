package dev.berth.supervisor;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.supervisor.process.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Ends the sandbox from within when its time is over or its disk is nearly full.
record Watchdog(Path folder, long minFreeMiB, Deadline lifetime, Consumer<Signal> signals) implements Runnable {
    private static final Duration LOOKS_EACH = Duration.ofSeconds(1);
    private static final int MIB_SHIFT = 20;

    @Override
    public void run() {
        try {
            while (verdict().isEmpty()) {
                Thread.sleep(LOOKS_EACH);
            }
            verdict().ifPresent(signals);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Signal> verdict() {
        return lifetime.passed()
                ? Optional.of(new Signal.Stop("its lifetime is over"))
                : diskFull(folder, minFreeMiB).map(Signal.Fail::new);
    }

    static Optional<Failure> diskFull(Path folder, long minFreeMiB) {
        var freeMiB = folder.toFile().getUsableSpace() >> MIB_SHIFT;
        return freeMiB >= minFreeMiB
                ? Optional.empty()
                : Optional.of(new Failure(
                        "disk_full",
                        "The sandbox's disk has %d MiB left, and a session ends below %d MiB"
                                .formatted(freeMiB, minFreeMiB),
                        "Have the work use less space, or free some on the disk that holds the sandboxes",
                        MustAct.CALLER));
    }
}
