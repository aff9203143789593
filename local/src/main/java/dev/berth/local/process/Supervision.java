package dev.berth.local.process;

import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessStat;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One supervisor that is watched: a child of this process, or one that an earlier control plane started.
final class Supervision {
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final Duration PID_WRITTEN_WITHIN = Duration.ofSeconds(2);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

    private final SandboxFolder folder;
    private volatile ProcessHandle process;

    private final @Nullable Process child;

    private Supervision(SandboxFolder folder, ProcessHandle process, @Nullable Process child) {
        this.folder = folder;
        this.process = process;
        this.child = child;
    }

    static Supervision of(SandboxFolder folder, Process child) {
        return new Supervision(folder, child.toHandle(), child);
    }

    static Supervision of(SandboxFolder folder, ProcessHandle process) {
        return new Supervision(folder, process, null);
    }

    /// How it ended, as far as that is known: only a child tells its exit code.
    String end() {
        return child != null && child.pid() == process.pid() && !child.isAlive()
                ? "Its supervisor ended with exit code " + child.exitValue()
                : "Its supervisor ended";
    }

    boolean isStanding() {
        return SupervisorProcess.isAlive(process)
                || SupervisorProcess.living(folder).isPresent();
    }

    /// Waits until no supervisor holds the folder.
    void awaitEnd() throws InterruptedException {
        awaitEndOf(process);
        for (var other = successor(); other.isPresent(); other = SupervisorProcess.living(folder)) {
            process = other.get();
            awaitEndOf(process);
        }
    }

    /// Asks it to finish, and when the grace time is over ends it with everything it started.
    void stop(Duration grace) throws InterruptedException {
        process.destroy();
        if (!awaitEndOf(process, grace)) {
            var tree = Stream.concat(Stream.of(process), process.descendants()).toList();
            tree.forEach(ProcessHandle::destroyForcibly);
            killSession();
            awaitEndOf(process, KILLED_WITHIN);
        }
    }

    /// Ends what a supervisor that has ended left in its session. Its session's id is not given to others as long as
    /// one member lives; a living process of that number is somebody else's, and so is its session.
    void killSession() {
        if (SupervisorProcess.isAlive(process)
                || ProcessHandle.of(process.pid())
                        .filter(SupervisorProcess::isAlive)
                        .isEmpty()) {
            ProcessStat.ofSession(process.pid())
                    .forEach(member -> ProcessHandle.of(member.pid()).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    /// A supervisor that finds its folder held ends at once: the one that holds it is then the one to watch, and may
    /// not have written so yet.
    private Optional<ProcessHandle> successor() throws InterruptedException {
        var limit = System.nanoTime() + PID_WRITTEN_WITHIN.toNanos();
        while (SupervisorProcess.holder(folder).isEmpty() && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        return SupervisorProcess.living(folder);
    }

    private static void awaitEndOf(ProcessHandle process) throws InterruptedException {
        while (!awaitEndOf(process, Duration.ofDays(1))) {
            // It lives on.
        }
    }

    /// A child tells of its end; another's is looked for, also that of a zombie, which would never be told.
    private static boolean awaitEndOf(ProcessHandle process, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (SupervisorProcess.isAlive(process)) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            awaitBriefly(process);
        }
        return true;
    }

    private static void awaitBriefly(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            // Looked at again.
        } catch (ExecutionException impossible) {
            throw new CompletionException(impossible);
        }
    }
}
