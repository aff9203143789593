package dev.berth.aws.codebuild;

import dev.berth.access.ObjectStore;
import dev.berth.aws.SnapshotImage;
import dev.berth.aws.SnapshotRepository;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/// Builds snapshots in CodeBuild: `sandbox/image/codebuild/snapshot.yaml` is what a build does. CodeBuild's own events
/// tell of a build's end.
public final class CodeBuildSnapshotBuilder implements SnapshotBuilder {
    private final CodeBuilds builds;
    private final BuildFiles files;
    private final BuildLogs logs;
    private final SnapshotRepository repository;
    private final SnapshotObserver observer;

    /// @param observer told of a build that had ended already when it was started again
    public CodeBuildSnapshotBuilder(
            CodeBuildSettings settings,
            Supplier<CodeBuildClient> client,
            Supplier<CloudWatchLogsClient> logs,
            ObjectStore objects,
            SnapshotRepository repository,
            SnapshotObserver observer) {
        this.files = new BuildFiles(objects, settings.bucket());
        this.builds = new CodeBuilds(client, settings, files);
        this.logs = new BuildLogs(logs);
        this.repository = repository;
        this.observer = observer;
    }

    @Override
    public void start(BuildRequest request) {
        var standing = builds.find(request.build());
        if (standing.isEmpty()) {
            files.putPlan(request);
            files.putCodeBuildId(request.build(), builds.start(request));
        } else if (hasEnded(standing.get())) {
            observer.ended(request.build());
        }
    }

    @Override
    public void cancel(String build) {
        builds.find(build).filter(found -> !hasEnded(found)).ifPresent(builds::stop);
    }

    @Override
    public BuildObservation observe(String build) {
        return builds.find(build)
                .map(found -> end(build, found).observation())
                .orElseGet(BuildObservation.Unknown::new);
    }

    @Override
    public String log(String build) {
        return builds.find(build).map(logs::of).orElse("");
    }

    @Override
    public void discard(Artifact artifact) {
        SnapshotImage.of(artifact).ifPresent(image -> {
            var made = repository.buildsOf(image);
            repository.expire(image);
            made.forEach(files::remove);
        });
    }

    private BuildEnd end(String build, Build found) {
        var failed = found.buildStatus() == StatusType.FAILED;
        var succeeded = found.buildStatus() == StatusType.SUCCEEDED;
        return new BuildEnd(
                found.buildStatusAsString(),
                CodeBuilds.words(found),
                failed ? files.failure(build) : Optional.empty(),
                CodeBuilds.digest(found),
                succeeded ? repository.madeBy(build) : Optional.empty());
    }

    private static boolean hasEnded(Build build) {
        return build.buildStatus() != StatusType.IN_PROGRESS;
    }
}
