package dev.berth.local.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// When each live execution is to be looked at.
final class Alarms {
    private final Map<String, Alarm> alarms = new ConcurrentHashMap<>();
    private final Semaphore changed = new Semaphore(0);

    private record Alarm(long version, Instant at) {}

    /// Follows an execution that was read or written; what an older version of it says is passed over.
    void follow(Execution execution) {
        var wakeAt = execution.wakeAt();
        if (wakeAt.isEmpty()) {
            alarms.remove(execution.name());
            return;
        }
        var alarm = new Alarm(execution.version(), wakeAt.get());
        alarms.merge(execution.name(), alarm, (old, next) -> next.version() < old.version() ? old : next);
        changed.release();
    }

    /// What could not be looked at is looked at again later.
    void postpone(String execution, Instant at) {
        alarms.compute(execution, (name, alarm) -> new Alarm(alarm == null ? 0 : alarm.version(), at));
    }

    void forget(String execution) {
        alarms.remove(execution);
    }

    Set<String> executions() {
        return Set.copyOf(alarms.keySet());
    }

    List<String> due(Instant now) {
        return alarms.entrySet().stream()
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    void wake() {
        changed.release();
    }

    /// Waits for the next alarm, for a change of the alarms, or for the longest wait.
    void await(Instant now, Duration longest) throws InterruptedException {
        var next = alarms.values().stream()
                .map(alarm -> Duration.between(now, alarm.at()))
                .min(Duration::compareTo)
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
        if (changed.tryAcquire(Math.max(1, next.toMillis()), TimeUnit.MILLISECONDS)) {
            changed.drainPermits();
        }
    }
}
