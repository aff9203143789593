package dev.berth.local.workflow;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// Calls functions, each in a thread of its own, and reports how each call ended. A call is made once: whether it is
/// repeated is for the definition to say.
final class Calls implements AutoCloseable {
    /// The time-out of the function in the cloud.
    static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final FunctionInvoker functions;
    private final Duration longestCall;
    private final Consumer<Signal> report;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Calls(FunctionInvoker functions, Duration longestCall, Consumer<Signal> report) {
        this.functions = functions;
        this.longestCall = longestCall;
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

    private void run(Invocation call) {
        var answer = new FutureTask<>(() -> functions.invoke(call.function(), call.payload()));
        Thread.ofVirtual().start(answer);
        try {
            report.accept(signalOf(call, answer));
        } catch (InterruptedException e) {
            // Closed. The call stands in the execution's row and is made again at the next start.
            answer.cancel(true);
        }
    }

    private Signal signalOf(Invocation call, Future<String> answer) throws InterruptedException {
        try {
            return returned(call, answer.get(longestCall.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed(call, FunctionFault.timedOut(longestCall));
        } catch (ExecutionException e) {
            return failed(call, FunctionFault.thrown(e.getCause() == null ? e : e.getCause()));
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

    /// Lets calls return for a moment, then ends them.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
