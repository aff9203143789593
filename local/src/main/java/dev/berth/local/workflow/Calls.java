package dev.berth.local.workflow;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// Calls functions, each in a thread of its own, and reports how each call ended. A call is made once: whether it is
/// repeated is for the definition to say.
final class Calls implements AutoCloseable {
    /// The time-out of the function in the cloud.
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final FunctionInvoker functions;
    private final Consumer<Signal> report;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    Calls(FunctionInvoker functions, Consumer<Signal> report) {
        this.functions = functions;
        this.report = report;
    }

    void begin(Invocation call) {
        execute(() -> run(call));
    }

    /// Runs it beside the calls; not at all once this is closed.
    void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // The call stands in the execution's row and is made at the next start.
        }
    }

    /// What a call comes to while this is closed is not reported: it is made again at the next start.
    private void run(Invocation call) {
        var signal = signalOf(call);
        if (!closed) {
            report.accept(signal);
        }
    }

    private Signal signalOf(Invocation call) {
        var answer = threads.submit(() -> functions.invoke(call.function(), call.payload()));
        try {
            return returned(call, answer.get(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed(call, FunctionFault.timedOut(LONGEST_CALL.toSeconds()));
        } catch (ExecutionException e) {
            return failed(call, FunctionFault.thrown(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(call, FunctionFault.thrown(e));
        }
    }

    private static Signal returned(Invocation call, String answer) {
        try {
            return new Signal.InvocationSucceeded(call.token(), Json.MAPPER.readTree(answer));
        } catch (JacksonException e) {
            return failed(call, FunctionFault.notJson());
        }
    }

    private static Signal failed(Invocation call, FunctionFault fault) {
        return new Signal.InvocationFailed(call.token(), fault.error(), fault.cause());
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            threads.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
