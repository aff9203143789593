package dev.berth.local.demo;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A child process that whatever ends this JVM, but `kill -9`, ends too: asked first, so that it can end cleanly.
/// The shutdown hook stands before the child does, since Ctrl-C may come in between.
final class ChildProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 45;

    private final Thread hook;
    private @Nullable Process process;
    private boolean closed;

    /// @param interrupted what to do first when this JVM ends while the child lives
    ChildProcess(Runnable interrupted) {
        hook = new Thread(() -> interrupt(interrupted), "stop the child process");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("this process is ending");
        }
        Process started = builder.start();
        process = started;
        return started;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM is ending, and stopping twice does no harm
        }
    }

    private void interrupt(Runnable interrupted) {
        interrupted.run();
        stop();
    }

    private synchronized void stop() {
        closed = true;
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
