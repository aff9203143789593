package dev.berth.aws.fargate;

import dev.berth.aws.SnapshotRepository;
import dev.berth.aws.fargate.TaskDefinitionDecision.Deregister;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/// Removes task definitions that nothing is started from any more: of snapshots that are gone, and of former releases.
/// Once a day, since they cost nothing; whatever it does may be repeated.
public final class SweepTaskDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTaskDefinitions.class);

    /// A little longer than it is between two sweeps, so that one falls into it.
    private static final Duration DUE_AFTER_MIDNIGHT = Duration.ofMinutes(6);

    private static final int MOST_DELETED = 10;

    private final String familyPrefix;
    private final String release;
    private final Supplier<EcsClient> client;
    private final SnapshotRepository snapshots;
    private final Pattern ours;
    private final Clock clock;

    /// @param familyPrefix what the names of task definitions begin with
    /// @param release that is deployed now
    public SweepTaskDefinitions(
            String familyPrefix,
            String release,
            Supplier<EcsClient> client,
            SnapshotRepository snapshots,
            Clock clock) {
        this.familyPrefix = familyPrefix;
        this.release = release;
        this.client = client;
        this.snapshots = snapshots;
        this.ours = SandboxTask.families(familyPrefix);
        this.clock = clock;
    }

    public void sweep() {
        var now = clock.instant();
        if (isDue(now)) {
            families().forEach(family -> attempt(family, now));
        }
    }

    private static boolean isDue(Instant now) {
        return now.isBefore(now.truncatedTo(ChronoUnit.DAYS).plus(DUE_AFTER_MIDNIGHT));
    }

    /// Those with active definitions and those without. What is asked for is a beginning, which names of another
    /// installation may have too.
    private List<String> families() {
        return client
                .get()
                .listTaskDefinitionFamiliesPaginator(request -> request.familyPrefix(familyPrefix))
                .families()
                .stream()
                .filter(family -> ours.matcher(family).matches())
                .toList();
    }

    /// One that cannot be removed must not keep the others.
    private void attempt(String family, Instant now) {
        try {
            revisions(family, TaskDefinitionStatus.ACTIVE).forEach(arn -> deregisterUnused(arn, now));
            delete(revisions(family, TaskDefinitionStatus.INACTIVE));
        } catch (RuntimeException failure) {
            LOG.warn("Could not remove task definitions of {}; it is tried again tomorrow", family, failure);
        }
    }

    private List<String> revisions(String family, TaskDefinitionStatus status) {
        return client
                .get()
                .listTaskDefinitionsPaginator(
                        request -> request.familyPrefix(family).status(status))
                .taskDefinitionArns()
                .stream()
                .toList();
    }

    private void deregisterUnused(String arn, Instant now) {
        var described = client.get()
                .describeTaskDefinition(request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS));
        var task = RegisteredTask.of(described);
        if (task.isPresent() && decide(task.get(), now) instanceof Deregister(var because)) {
            LOG.info("Deregistering {}: {}", arn, because);
            client.get().deregisterTaskDefinition(request -> request.taskDefinition(arn));
        }
    }

    private TaskDefinitionDecision decide(RegisteredTask task, Instant now) {
        return TaskDefinitionDecision.of(task, release, snapshots.has(task.digest()), now);
    }

    /// Tasks that still run were started from them and run on; ECS removes them when those have ended.
    private void delete(List<String> arns) {
        IntStream.range(0, Math.ceilDiv(arns.size(), MOST_DELETED))
                .mapToObj(page -> arns.subList(page * MOST_DELETED, Math.min(arns.size(), (page + 1) * MOST_DELETED)))
                .forEach(page -> client.get().deleteTaskDefinitions(request -> request.taskDefinitions(page)));
    }
}
