package dev.berth.supervisor.process;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A process that was started and everything it has forked since.
///
/// In a namespace an orphan becomes the child of the namespace's first process, so that nothing leaves the tree.
public final class ProcessTree {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Process process;
    private final Confinement confinement;

    ProcessTree(Process process, Confinement confinement) {
        this.process = process;
        this.confinement = confinement;
    }

    public Process process() {
        return process;
    }

    /// All but the process itself.
    public Set<ProcessHandle> descendants() {
        return process.descendants().filter(ProcessTree::isRunning).collect(Collectors.toSet());
    }

    /// Asks everything that is not in `spared` to end, and after the grace time ends it.
    public void endAllBut(Set<ProcessHandle> spared, Deadline grace) throws InterruptedException {
        endAllBut(spared::contains, grace);
    }

    public void endAllBut(Predicate<ProcessHandle> spared, Deadline grace) throws InterruptedException {
        Supplier<Set<ProcessHandle>> doomed =
                () -> descendants().stream().filter(spared.negate()).collect(Collectors.toSet());
        doomed.get().forEach(ProcessHandle::destroy);
        awaitNone(doomed, grace);
        killUntilNone(doomed);
    }

    /// Ends all of it at once and returns when nothing is left of what is known.
    public void kill() throws InterruptedException {
        if (confinement.adopts()) {
            killUntilNone(this::descendants);
        }
        var known = descendants();
        // by its handle: Process#destroyForcibly also closes what it printed to whoever has not read it yet
        process.toHandle().destroyForcibly();
        killUntilNone(() -> alive(known));
        process.waitFor(KILLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        confinement.endStrays();
    }

    /// Again and again: a process may fork between being listed and being killed.
    static void killUntilNone(Supplier<Set<ProcessHandle>> doomed) throws InterruptedException {
        var limit = Deadline.in(KILLED_WITHIN);
        var left = doomed.get();
        while (!left.isEmpty() && !limit.passed()) {
            left.forEach(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            left = doomed.get();
        }
    }

    private static void awaitNone(Supplier<Set<ProcessHandle>> handles, Deadline deadline) throws InterruptedException {
        while (!handles.get().isEmpty() && !deadline.passed()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static Set<ProcessHandle> alive(Collection<ProcessHandle> handles) {
        return handles.stream().filter(ProcessTree::isRunning).collect(Collectors.toSet());
    }

    /// A zombie has ended: where nobody takes note of orphans it would be waited for in vain.
    static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive()
                && ProcessStat.of(handle.pid()).filter(ProcessStat::isZombie).isEmpty();
    }
}
