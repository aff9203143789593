package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.local.driver.LocalDriver;
import dev.berth.local.driver.SandboxFolders;
import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.build.BuildFailed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs each sandbox as a container. The containers outlive this process, and are found again by their labels.
public final class DockerSandboxDriver implements LocalDriver, AutoCloseable {
    public static final String NAME = "docker";

    private final DockerHost host;
    private final SandboxFolders folders;
    private final SandboxContainers plans;
    private final SandboxEnds ends;
    private final ContainerWatch watch;
    private final Capabilities capabilities;
    private final Map<String, Object> launching = new ConcurrentHashMap<>();

    public DockerSandboxDriver(DockerHost host, SandboxFolders folders, SandboxObserver observer) {
        this.host = host;
        this.folders = folders;
        this.plans = new SandboxContainers(host.containers(), host.runtime());
        this.ends = new SandboxEnds(host.containers(), folders, observer);
        this.watch = new ContainerWatch(host.containers(), ends::lookAtAll, ends::ended);
        this.capabilities = new Capabilities(
                Capabilities.Isolation.CONTAINER, false, host.abilities().limitsDisk(), SandboxEnds.GRACE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public void recover() {
        watch.begin();
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        var sandbox = launch.sandbox();
        synchronized (launching.computeIfAbsent(sandbox.id(), _ -> new Object())) {
            try {
                return folders.end(sandbox).isPresent() ? new LaunchOutcome.Launched() : launchOnce(launch);
            } catch (BuildFailed noRuntime) {
                return new LaunchOutcome.Refused(noRuntime.failure());
            } finally {
                launching.remove(sandbox.id());
            }
        }
    }

    @Override
    public void stop(SandboxRef sandbox) {
        ends.stop(sandbox);
    }

    @Override
    public Observation observe(SandboxRef sandbox) {
        return host.containers()
                .inspect(sandbox.id())
                .<Observation>map(container ->
                        SandboxContainers.hasEnded(container.getState().getStatus())
                                ? new Observation.Gone(ExitDetail.of(container))
                                : new Observation.Standing())
                .orElseGet(() -> new Observation.Gone(folders.end(sandbox).orElse(SandboxEnds.NOTHING_LEFT)));
    }

    @Override
    public List<SandboxRef> list() {
        return host.containers().all(Labels.SESSION_PURPOSE).stream()
                .filter(container -> !SandboxContainers.hasEnded(container))
                .map(container -> Labels.sandbox(container.getLabels()))
                .toList();
    }

    @Override
    public void forgetEndedBefore(Instant then) throws IOException {
        ends.lookAtAll();
        for (var sandbox : folders.endedBefore(then)) {
            folders.remove(sandbox);
        }
    }

    @Override
    public void close() {
        watch.close();
    }

    private LaunchOutcome launchOnce(Launch launch) throws BuildFailed {
        var id = launch.sandbox().id();
        var standing = host.containers().inspect(id);
        if (standing.isPresent()) {
            return begin(launch, standing.get());
        }
        var image = host.images().find(launch.artifact());
        if (image.isEmpty()) {
            return new LaunchOutcome.Refused(missing(launch.artifact()));
        }
        host.prepare(_ -> {});
        folders.create(launch.sandbox());
        try {
            plans.plan(launch, image.get()).create(host.engine(), host.abilities());
        } catch (ConflictException createdMeanwhile) {
            // By an earlier control plane's call, which was still under way.
        }
        return begin(launch, host.containers().inspect(id).orElseThrow());
    }

    /// Starts a container that never ran; one that did has been launched, whatever became of it.
    private LaunchOutcome begin(Launch launch, InspectContainerResponse container) {
        if (!"created".equals(container.getState().getStatus())) {
            return new LaunchOutcome.Launched();
        }
        try {
            host.containers().start(launch.sandbox().id());
            return new LaunchOutcome.Launched();
        } catch (DockerException failure) {
            host.containers().remove(launch.sandbox().id());
            host.doubt();
            throw new NotStarted(EngineFailure.words(failure), failure);
        }
    }

    private static Failure missing(Artifact artifact) {
        return new Failure(
                "snapshot_missing",
                "The snapshot %s is not on this machine".formatted(artifact.ref()),
                "Refresh the profile version's snapshot and start the session again.",
                MustAct.CALLER);
    }

    /// The engine did not start a container; whether it will is not known.
    static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotStarted(String words, Throwable cause) {
            super("The engine did not start a container: " + words, cause);
        }
    }
}
