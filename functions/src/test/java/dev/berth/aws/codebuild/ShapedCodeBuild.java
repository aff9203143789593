package dev.berth.aws.codebuild;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsResponse;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.ExportedEnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.ListBuildsForProjectRequest;
import software.amazon.awssdk.services.codebuild.model.ListBuildsForProjectResponse;
import software.amazon.awssdk.services.codebuild.model.StartBuildRequest;
import software.amazon.awssdk.services.codebuild.model.StartBuildResponse;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.codebuild.model.StopBuildRequest;
import software.amazon.awssdk.services.codebuild.model.StopBuildResponse;

/// Takes and gives what CodeBuild's model has, and builds nothing.
final class ShapedCodeBuild implements CodeBuildClient {
    private final List<Build> builds = new ArrayList<>();
    private int stops;

    int count() {
        return builds.size();
    }

    int stops() {
        return stops;
    }

    Build newest() {
        return builds.getLast();
    }

    /// @param digest that the build exports
    void end(StatusType status, String digest) {
        builds.set(
                builds.size() - 1,
                newest().toBuilder()
                        .buildStatus(status)
                        .exportedEnvironmentVariables(ExportedEnvironmentVariable.builder()
                                .name("BERTH_DIGEST")
                                .value(digest)
                                .build())
                        .build());
    }

    @Override
    public StartBuildResponse startBuild(StartBuildRequest request) {
        var build = Build.builder()
                .id(request.projectName() + ":" + builds.size())
                .buildStatus(StatusType.IN_PROGRESS)
                .logs(logs -> logs.groupName("group").streamName("stream"))
                .environment(environment -> environment.environmentVariables(request.environmentVariablesOverride()))
                .build();
        builds.add(build);
        return StartBuildResponse.builder().build(build).build();
    }

    @Override
    public StopBuildResponse stopBuild(StopBuildRequest request) {
        stops++;
        end(StatusType.STOPPED, "");
        return StopBuildResponse.builder().build();
    }

    @Override
    public BatchGetBuildsResponse batchGetBuilds(BatchGetBuildsRequest request) {
        return BatchGetBuildsResponse.builder()
                .builds(builds.stream()
                        .filter(build -> request.ids().contains(build.id()))
                        .toList())
                .build();
    }

    @Override
    public ListBuildsForProjectResponse listBuildsForProject(ListBuildsForProjectRequest request) {
        return ListBuildsForProjectResponse.builder()
                .ids(builds.stream().map(Build::id).toList().reversed())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
