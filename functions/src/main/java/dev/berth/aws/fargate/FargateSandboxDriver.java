package dev.berth.aws.fargate;

import dev.berth.aws.SnapshotImage;
import dev.berth.aws.SnapshotRepository;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRef;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Task;

/// Runs each sandbox as a task on Fargate. ECS keeps them: a function that launched one forgets it at once.
public final class FargateSandboxDriver implements SandboxDriver {
    private static final String NOTHING_LEFT = "No task of it is left";

    private final FargateSettings settings;
    private final TaskLaunches launches;
    private final Tasks tasks;
    private final SnapshotRepository snapshots;
    private final SandboxObserver observer;

    /// @param launching does not retry by itself
    /// @param observer told of a sandbox that is gone already when it is to be stopped; ECS events
    /// tell of the others
    public FargateSandboxDriver(
            FargateSettings settings,
            Supplier<EcsClient> client,
            Supplier<EcsClient> launching,
            SnapshotRepository snapshots,
            SandboxObserver observer) {
        this.settings = settings;
        this.tasks = new Tasks(client, settings.clusterArn());
        this.launches = new TaskLaunches(settings, launching, new TaskDefinitions(client));
        this.snapshots = snapshots;
        this.observer = observer;
    }

    @Override
    public String name() {
        return SnapshotImage.DRIVER;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Capabilities.Isolation.CONTAINER, false, true, SandboxContainers.GRACE);
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        var image = SnapshotImage.of(launch.artifact()).filter(snapshots::has);
        if (image.isEmpty()) {
            return new LaunchOutcome.Refused(missing(launch.artifact().ref()));
        }
        var size = FargateSize.of(launch.resources());
        return size.isEmpty()
                ? new LaunchOutcome.Refused(tooLarge(launch.resources()))
                : outcome(launch, SandboxTask.of(settings, image.get(), size.get(), launch));
    }

    @Override
    public void stop(SandboxRef sandbox) {
        var standing = tasks.of(sandbox).stream().filter(Tasks::stands).toList();
        if (standing.isEmpty()) {
            observer.gone(sandbox, gone(sandbox));
        } else {
            standing.forEach(task -> tasks.stop(task, TaskEnd.BY_BERTH));
        }
    }

    @Override
    public Observation observe(SandboxRef sandbox) {
        var found = tasks.of(sandbox);
        return found.stream().anyMatch(Tasks::stands) ? new Observation.Standing() : gone(found);
    }

    @Override
    public List<SandboxRef> list() {
        return tasks.standing();
    }

    private LaunchOutcome outcome(Launch launch, SandboxTask task) {
        return switch (launches.launch(launch, task)) {
            case LaunchAnswer.Launched _ -> new LaunchOutcome.Launched();
            case LaunchAnswer.NoRoom(var detail) -> notNow(launch, new LaunchOutcome.NoCapacity(detail));
            case LaunchAnswer.Refused(var detail) -> notNow(launch, new LaunchOutcome.Refused(refused(detail)));
            case LaunchAnswer.NoDefinition _ -> throw new OutcomeUnknown("its task definition was deregistered");
            case LaunchAnswer.LaunchedOtherwise _ -> notNow(launch, null);
            case LaunchAnswer.Unknown _ -> throw new OutcomeUnknown("ECS did not say");
        };
    }

    /// This call launched nothing. An earlier one, whose answer was lost, may have.
    private LaunchOutcome notNow(Launch launch, @Nullable LaunchOutcome otherwise) {
        if (!tasks.of(launch.sandbox()).isEmpty()) {
            return new LaunchOutcome.Launched();
        }
        if (otherwise == null) {
            throw new OutcomeUnknown("ECS knows of an earlier launch and shows no task of it yet");
        }
        return otherwise;
    }

    private Observation.Gone gone(SandboxRef sandbox) {
        return gone(tasks.of(sandbox));
    }

    private static Observation.Gone gone(List<Task> ended) {
        return ended.isEmpty()
                ? new Observation.Gone(NOTHING_LEFT)
                : TaskEnds.of(ended.getFirst()).gone();
    }

    private static Failure missing(String ref) {
        return new Failure(
                "snapshot_missing",
                "The snapshot %s is not in the repository of snapshots".formatted(ref),
                "Refresh the profile version's snapshot and start the session again.",
                MustAct.CALLER);
    }

    private static Failure tooLarge(Launch.Resources asked) {
        return new Failure(
                "resources_unavailable",
                "No Fargate task has %s CPUs with %d MiB of memory and %d GiB of disk."
                        .formatted(asked.cpu(), asked.memoryMiB(), asked.diskGiB()),
                "Change the profile's resources and publish a new version.",
                MustAct.CALLER);
    }

    private static Failure refused(String detail) {
        return new Failure(
                "launch_refused",
                "ECS does not launch the sandbox: " + detail,
                "Deploy Berth again; if that changes nothing, see its cluster, subnets, security groups and roles.",
                MustAct.OPERATOR);
    }

    /// The launch is to be repeated for the same sandbox.
    static final class OutcomeUnknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutcomeUnknown(String why) {
            super("It is not known whether a task was launched: " + why);
        }
    }
}
