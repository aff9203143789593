package dev.berth.supervisor.codex;

import dev.berth.event.Json;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A running `codex app-server`: requests go in, answers and notifications come out, one JSON object a line.
final class AppServer {
    private static final Duration ENDS_BY_ITSELF_WITHIN = Duration.ofSeconds(1);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int METHOD_NOT_FOUND = -32601;

    private final ProcessTree tree;
    private final Listener listener;
    private final LastWords lastWords;
    private final PassedOver passedOver = new PassedOver();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Map<String, ?>> outgoing = new LinkedBlockingQueue<>();
    private volatile @Nullable String epitaph;
    private volatile boolean listening = true;
    private volatile long heardNanos = System.nanoTime();

    private AppServer(ProcessTree tree, Listener listener) {
        this.tree = tree;
        this.listener = listener;
        this.lastWords = new LastWords(tree.process().getErrorStream());
    }

    /// Told on one thread, in the order in which codex said it.
    interface Listener {
        /// @param thread the conversation it is of; empty when it is of none
        void notified(String thread, Notification notification);

        /// It has ended, and everything it said before was told.
        ///
        /// @param lastWords what it wrote last to its standard error
        void gone(int exitCode, String lastWords);
    }

    static AppServer of(ProcessTree tree, Listener listener) {
        var server = new AppServer(tree, listener);
        thread("codex errors", server.lastWords);
        thread("codex requests", server::write);
        thread("codex", server::read);
        return server;
    }

    /// What codex answers.
    JsonNode call(String method, Map<String, ?> params, Deadline deadline) throws CodexFailed, InterruptedException {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        unanswered.put(id, answer);
        try {
            outgoing.add(Map.of("id", id, "method", method, "params", params));
            if (epitaph != null) {
                throw new CodexFailed(epitaph);
            }
            return answer.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CodexFailed("Codex does not answer %s".formatted(method));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CodexFailed refused ? refused : new CodexFailed(e.toString());
        } finally {
            unanswered.remove(id);
        }
    }

    /// A request whose answer nobody waits for.
    void ask(String method, Map<String, ?> params) {
        outgoing.add(Map.of("id", ids.incrementAndGet(), "method", method, "params", params));
    }

    void tell(String method) {
        outgoing.add(Map.of("method", method));
    }

    boolean alive() {
        return epitaph == null && tree.process().isAlive();
    }

    /// For how long nothing was heard; nothing while what was heard is still being told.
    Duration silence() {
        return listening ? Duration.ofNanos(System.nanoTime() - heardNanos) : Duration.ZERO;
    }

    ProcessTree tree() {
        return tree;
    }

    /// Lets it write down what it has to, and ends all of it.
    void close() throws InterruptedException {
        try {
            tree.process().getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It has ended.
        }
        tree.process().waitFor(ENDS_BY_ITSELF_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        tree.kill();
    }

    private void write() {
        try {
            var in = tree.process().getOutputStream();
            while (epitaph == null) {
                in.write(Json.MAPPER.writeValueAsBytes(outgoing.take()));
                in.write('\n');
                in.flush();
            }
        } catch (IOException closed) {
            // The reader sees its end too, and tells it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var in = new BufferedInputStream(tree.process().getInputStream(), BUFFER_BYTES)) {
            var lines = new JsonLines(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                listening = false;
                hear(line.get());
                heardNanos = System.nanoTime();
                listening = true;
            }
        } catch (IOException closed) {
            // It was killed; what it had said before was heard.
        } finally {
            end();
        }
    }

    private void hear(JsonLines.Line line) {
        switch (line) {
            case JsonLines.Line.Unreadable() -> passedOver.count("unreadable lines");
            case JsonLines.Line.Value(var json) when json.has("method") && json.has("id") -> refuse(json);
            case JsonLines.Line.Value(var json) when json.has("method") -> tell(json);
            case JsonLines.Line.Value(var json) -> answered(json);
        }
    }

    private void tell(JsonNode json) {
        var params = json.path("params");
        var notification = Notification.of(Fields.name(json, "method"), params);
        switch (notification) {
            case Notification.Other(var method) -> passedOver.count(method);
            case Notification.ItemEnded(Item.Other other) -> passedOver.count("item " + other.type());
            default -> {}
        }
        listener.notified(Fields.name(params, "threadId"), notification);
    }

    private void answered(JsonNode json) {
        var answer = unanswered.remove(json.path("id").asInt(0));
        if (answer == null) {
            passedOver.count("answers to nothing");
        } else if (json.has("error")) {
            answer.completeExceptionally(new CodexFailed(Fields.sentence(json.path("error"), "message")));
        } else {
            answer.complete(json.path("result"));
        }
    }

    /// Nobody is there whom it could ask; without an answer it would wait for ever.
    private void refuse(JsonNode request) {
        passedOver.count("request " + Fields.name(request, "method"));
        var error = Map.of("code", METHOD_NOT_FOUND, "message", "Nobody can answer in this session");
        outgoing.add(Map.of("id", request.path("id"), "error", error));
    }

    private void end() {
        tree.process().destroyForcibly();
        var exitCode = tree.process().onExit().join().exitValue();
        var last = lastWords.text();
        epitaph = "Codex has ended with exit code %d%s".formatted(exitCode, last.isEmpty() ? "" : ": " + last);
        System.err.println(epitaph + "; passed over: " + passedOver);
        unanswered.values().forEach(answer -> answer.completeExceptionally(new CodexFailed(epitaph)));
        listener.gone(exitCode, last);
    }

    private static void thread(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }
}
