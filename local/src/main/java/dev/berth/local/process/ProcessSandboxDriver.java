package dev.berth.local.process;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.local.driver.LocalDriver;
import dev.berth.local.driver.SandboxFolders;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Capabilities.Isolation;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.process.ProcessIsolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each sandbox as a supervisor process of its own, in a folder of its own. The supervisors outlive this process,
/// and are found again by the next one.
public final class ProcessSandboxDriver implements LocalDriver {
    public static final String NAME = "process";

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSandboxDriver.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final SandboxFolders folders;
    private final SnapshotFolders snapshots;
    private final SupervisorCommand supervisor;
    private final Capabilities capabilities;
    private final SandboxObserver observer;
    private final Map<String, Supervision> supervisions = new ConcurrentHashMap<>();

    /// @param sandboxes where the sandboxes' folders are
    /// @param places where their agents live, by session
    /// @param snapshots where the paired builder keeps what it made
    public ProcessSandboxDriver(
            Path sandboxes,
            Path places,
            Path snapshots,
            SupervisorCommand supervisor,
            ProcessIsolation isolation,
            SandboxObserver observer)
            throws IOException {
        this.folders = new SandboxFolders(sandboxes.toRealPath(), places.toRealPath());
        this.snapshots = new SnapshotFolders(snapshots.toRealPath());
        this.supervisor = supervisor;
        this.capabilities =
                new Capabilities(isolation.confines() ? Isolation.NAMESPACE : Isolation.NONE, false, false, GRACE);
        this.observer = observer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /// One without a supervisor so far was being launched: that launch is repeated by whoever asked for it.
    @Override
    public void recover() {
        for (var sandbox : folders.all()) {
            if (folders.end(sandbox).isEmpty()) {
                watchHolder(sandbox);
            }
        }
    }

    @Override
    public synchronized LaunchOutcome launch(Launch launch) {
        var sandbox = launch.sandbox();
        if (supervisions.containsKey(sandbox.id()) || folders.end(sandbox).isPresent() || watchHolder(sandbox)) {
            return new LaunchOutcome.Launched();
        }
        var snapshot = snapshot(launch.artifact());
        if (snapshot.isEmpty()) {
            return new LaunchOutcome.Refused(missing(launch.artifact()));
        }
        try {
            var folder = folders.create(sandbox);
            var process = supervisor.start(launch, folder, snapshot.get().root());
            watch(sandbox, Supervision.of(folder, process));
            return new LaunchOutcome.Launched();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void stop(SandboxRef sandbox) {
        var supervision = supervisions.get(sandbox.id());
        if (supervision != null) {
            start("stop", sandbox, () -> supervision.stop(GRACE));
        } else if (!folders.contains(sandbox) || folders.end(sandbox).isPresent()) {
            start("tell of", sandbox, () -> observer.gone(sandbox, gone(sandbox)));
        } else if (watchHolder(sandbox)) {
            stop(sandbox);
        } else {
            start("end", sandbox, () -> end(sandbox, "It was stopped before it started"));
        }
    }

    @Override
    public Observation observe(SandboxRef sandbox) {
        return isStanding(sandbox) ? new Observation.Standing() : gone(sandbox);
    }

    @Override
    public List<SandboxRef> list() {
        return folders.all().stream().filter(this::isStanding).toList();
    }

    /// Removes what is left of a sandbox that is gone: its log, and events it could not deliver.
    public void forget(SandboxRef sandbox) throws IOException {
        if (!isStanding(sandbox)) {
            folders.remove(sandbox);
        }
    }

    @Override
    public void forgetEndedBefore(Instant then) throws IOException {
        for (var sandbox : folders.endedBefore(then)) {
            forget(sandbox);
        }
    }

    private boolean isStanding(SandboxRef sandbox) {
        var supervision = supervisions.get(sandbox.id());
        return supervision == null
                ? SupervisorProcess.living(folders.folder(sandbox)).isPresent()
                : supervision.isStanding();
    }

    private Observation.Gone gone(SandboxRef sandbox) {
        return new Observation.Gone(folders.end(sandbox).orElse("No process of it is left"));
    }

    /// @return whether a supervisor has, or had, the sandbox's folder
    private boolean watchHolder(SandboxRef sandbox) {
        var folder = folders.folder(sandbox);
        var living = SupervisorProcess.living(folder);
        if (living.isPresent()) {
            watch(sandbox, Supervision.of(folder, living.get()));
            return true;
        }
        Optional<?> ended = SupervisorProcess.holder(folder);
        ended.ifPresent(holder ->
                start("end", sandbox, () -> end(sandbox, "Its supervisor ended while no control plane watched")));
        return ended.isPresent();
    }

    private void watch(SandboxRef sandbox, Supervision supervision) {
        if (supervisions.putIfAbsent(sandbox.id(), supervision) == null) {
            start("watch", sandbox, () -> {
                supervision.awaitEnd();
                supervision.killSession();
                end(sandbox, supervision.end());
            });
        }
    }

    /// Told before it is written, so that a control plane that dies in between tells it again.
    private void end(SandboxRef sandbox, String detail) throws IOException {
        observer.gone(sandbox, new Observation.Gone(detail));
        folders.writeEnd(sandbox, detail);
        supervisions.remove(sandbox.id());
        folders.removeContents(sandbox);
    }

    private Optional<SnapshotFolder> snapshot(Artifact artifact) {
        return artifact.driver().equals(NAME) ? snapshots.finished(artifact.ref()) : Optional.empty();
    }

    private static Failure missing(Artifact artifact) {
        return new Failure(
                "snapshot_missing",
                "The snapshot %s is not on this machine, or was not finished".formatted(artifact.ref()),
                "Refresh the profile version's snapshot and start the session again.",
                MustAct.CALLER);
    }

    private static void start(String what, SandboxRef sandbox, Work work) {
        Thread.ofVirtual().name(what + " " + sandbox.id()).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException failure) {
                LOG.error("Could not {} sandbox {}", what, sandbox.id(), failure);
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
