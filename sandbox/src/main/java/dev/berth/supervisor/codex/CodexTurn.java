package dev.berth.supervisor.codex;

import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.Failure;
import dev.berth.supervisor.process.Deadline;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One turn from its message to its end, which is told once: also when codex, an interrupt and the silence all end it.
final class CodexTurn {
    private final Consumer<TurnEnded> told;
    private final Map<String, Item.Command> running = new ConcurrentHashMap<>();
    private volatile Set<ProcessHandle> before = Set.of();
    private @Nullable String id;
    private @Nullable ModelError retried;
    private @Nullable Failure failure;
    private @Nullable TurnEnded end;
    private boolean held;
    private boolean over;

    CodexTurn(Consumer<TurnEnded> told) {
        this.told = told;
    }

    /// No turn: nothing is told of it.
    static CodexTurn none() {
        var none = new CodexTurn(_ -> {});
        none.over = true;
        return none;
    }

    /// False when it is another turn that has begun.
    synchronized boolean began(String begun) {
        if (id == null && !over) {
            id = begun;
        }
        return begun.equals(id);
    }

    /// Empty as long as codex has not named it.
    synchronized String id() {
        return id == null ? "" : id;
    }

    /// Processes of earlier turns, which its end leaves alone.
    void spare(Set<ProcessHandle> processes) {
        before = processes;
    }

    boolean spares(ProcessHandle process) {
        return before.contains(process);
    }

    /// Its commands that have not ended.
    Map<String, Item.Command> running() {
        return running;
    }

    synchronized void retries(ModelError error) {
        retried = error;
    }

    synchronized @Nullable ModelError retried() {
        return retried;
    }

    /// Why it will have failed; false when that is known already, or there is no turn to fail.
    synchronized boolean fail(Failure why) {
        if (failure != null || over) {
            return false;
        }
        failure = why;
        return true;
    }

    synchronized @Nullable Failure failure() {
        return failure;
    }

    /// Its end is told by [#release] only.
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        tellEnd();
    }

    /// The first end is the one that counts.
    synchronized void end(TurnEnded how) {
        if (end == null) {
            end = how;
        }
        notifyAll();
        if (!held) {
            tellEnd();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    void began(Item.Command command) {
        running.put(command.id(), command);
    }

    synchronized void ended(Item item) {
        running.remove(item.id());
        notifyAll();
    }

    /// False when the deadline passed before.
    synchronized boolean await(BooleanSupplier condition, Deadline deadline) throws InterruptedException {
        while (!condition.getAsBoolean() && !deadline.passed()) {
            TimeUnit.NANOSECONDS.timedWait(
                    this, Math.max(1, deadline.remaining().toNanos()));
        }
        return condition.getAsBoolean();
    }

    private void tellEnd() {
        if (end != null && !over) {
            over = true;
            notifyAll();
            told.accept(end);
        }
    }
}
