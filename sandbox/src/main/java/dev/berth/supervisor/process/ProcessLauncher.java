package dev.berth.supervisor.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts processes under one isolation.
///
/// Linux sends the parent-death signal when the *thread* that forked ends, not the process. So one platform thread that
/// lives as long as the supervisor does all the forking.
public final class ProcessLauncher {
    private final ProcessIsolation isolation;
    private final ExecutorService forking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("forking").factory());

    public ProcessLauncher(ProcessIsolation isolation) {
        this.isolation = isolation;
    }

    /// Wraps the builder's command and starts it.
    public ProcessTree start(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.command(isolation.wrap(builder.command()));
        try {
            return new ProcessTree(forking.submit(builder::start).get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cannotStart) {
                throw cannotStart;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
