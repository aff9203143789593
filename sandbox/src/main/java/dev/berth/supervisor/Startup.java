package dev.berth.supervisor;

import dev.berth.event.EventData.Checkout;
import dev.berth.event.EventData.SandboxPhase;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.folder.CannotPrepare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the sandbox did to become ready, and how long each of it took.
final class Startup {
    private final List<SandboxPhase> phases = new ArrayList<>();

    /// Begins with the time that this process has lived already.
    static Startup begin() {
        var startup = new Startup();
        startup.phases.add(new SandboxPhase("boot", ProcessAge.ofThisProcess().toMillis()));
        return startup;
    }

    <T> T phase(String name, Phase<T> phase) throws CannotPrepare, GenerationEnded, InterruptedException {
        return phase(name, phase, _ -> Optional.empty());
    }

    <T> T phase(String name, Phase<T> phase, Function<T, Optional<Checkout>> reached)
            throws CannotPrepare, GenerationEnded, InterruptedException {
        var began = System.nanoTime();
        var result = phase.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        phases.add(new SandboxPhase(name, took.toMillis(), reached.apply(result).orElse(null)));
        return result;
    }

    List<SandboxPhase> phases() {
        return List.copyOf(phases);
    }

    interface Phase<T> {
        T run() throws CannotPrepare, GenerationEnded, InterruptedException;
    }
}
