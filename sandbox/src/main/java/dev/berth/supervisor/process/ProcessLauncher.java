package dev.berth.supervisor.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts processes under one confinement.
///
/// Linux sends the parent-death signal when the *thread* that forked ends, not the process. So one platform thread that
/// lives as long as the supervisor does all the forking.
public final class ProcessLauncher {
    private final Confinement confinement;
    private final ExecutorService forking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("forking").factory());

    public ProcessLauncher(Confinement confinement) {
        this.confinement = confinement;
    }

    public Confinement confinement() {
        return confinement;
    }

    /// Wraps the builder's command and starts it.
    public ProcessTree start(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.command(confinement.wrap(builder.command()));
        try {
            var process = forking.submit(builder::start).get();
            if (confinement.adopts()) {
                var _ = process.onExit().thenRun(this::endStrays);
            }
            return new ProcessTree(process, confinement);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cannotStart) {
                throw cannotStart;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// A first process that was killed by what it started has left the rest behind.
    private void endStrays() {
        try {
            confinement.endStrays();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
