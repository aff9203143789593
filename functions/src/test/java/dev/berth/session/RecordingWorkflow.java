package dev.berth.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs nothing: keeps what was started, which tokens are live, and what ended the others. The test itself calls the
/// steps.
public final class RecordingWorkflow implements Workflow {
    public static final String SUCCEEDED = "succeeded";

    private final Map<String, String> started = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private final Map<String, String> ended = new HashMap<>();
    private final List<String> heartbeats = new ArrayList<>();
    private int tokens;

    /// A token that a step is called with.
    public synchronized String newToken() {
        tokens++;
        return "token-" + tokens;
    }

    /// The execution is over, or was lost.
    public synchronized void set(String name, Status status) {
        statuses.put(name, status);
    }

    /// As if nobody had started it.
    public synchronized void forget(String name) {
        started.remove(name);
        statuses.remove(name);
    }

    /// As if what ended the token had been lost on its way.
    public synchronized void revive(String token) {
        ended.remove(token);
    }

    /// Executions in the order of their starts, each once.
    public synchronized List<String> started() {
        return List.copyOf(started.keySet());
    }

    public synchronized String input(String name) {
        return started.getOrDefault(name, "");
    }

    public synchronized boolean isLive(String token) {
        return !ended.containsKey(token);
    }

    /// The first end of a token: [#SUCCEEDED], an error's name, or nothing while it is live.
    public synchronized String endOf(String token) {
        return ended.getOrDefault(token, "");
    }

    public synchronized List<String> heartbeats() {
        return List.copyOf(heartbeats);
    }

    @Override
    public synchronized void start(String name, String inputJson) {
        if (started.putIfAbsent(name, inputJson) == null) {
            statuses.put(name, Status.RUNNING);
        }
    }

    @Override
    public synchronized void succeed(String token, String outputJson) {
        ended.putIfAbsent(token, SUCCEEDED);
    }

    @Override
    public synchronized void fail(String token, String error, String cause) {
        ended.putIfAbsent(token, error);
    }

    @Override
    public synchronized void heartbeat(String token) {
        heartbeats.add(token);
    }

    @Override
    public synchronized Status status(String name) {
        return statuses.getOrDefault(name, Status.ABSENT);
    }
}
