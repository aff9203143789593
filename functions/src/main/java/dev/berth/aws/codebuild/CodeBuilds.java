package dev.berth.aws.codebuild;

import dev.berth.snapshot.BuildRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.ExportedEnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;
import software.amazon.awssdk.services.codebuild.model.SortOrderType;

/// The project's builds.
record CodeBuilds(Supplier<CodeBuildClient> client, CodeBuildSettings settings, BuildFiles files) {
    static final String BUILD = "BERTH_BUILD";
    private static final String DIGEST = "BERTH_DIGEST";

    /// With what comes before and after the setup script.
    private static final int TIME_OUT_MINUTES = 45;

    /// Starting the same build again within five minutes is answered with the first one; later it is found.
    String start(BuildRequest request) {
        var base = request.content().baseImage();
        return client.get()
                .startBuild(start -> start.projectName(settings.project())
                        .idempotencyToken(request.build())
                        .timeoutInMinutesOverride(TIME_OUT_MINUTES)
                        .environmentVariablesOverride(
                                variable(BUILD, request.build()),
                                variable("BERTH_BASE_IMAGE", base.equals("default") ? settings.defaultImage() : base),
                                variable("BERTH_RUNTIME_IMAGE", settings.runtimeImage()),
                                variable("BERTH_SNAPSHOT_REPOSITORY", settings.repositoryUri()),
                                variable("BERTH_PLAN", files.uri(request.build(), "plan.json")),
                                variable("BERTH_FAILURE", files.uri(request.build(), "failure.json"))))
                .build()
                .id();
    }

    /// The newest that runs or ran this build. Whoever started it may have died before it wrote down what CodeBuild
    /// calls it, so the project's newest are looked through.
    Optional<Build> find(String build) {
        var written = files.codeBuildId(build);
        return written.isPresent()
                ? get(List.of(written.get())).stream().findFirst()
                : get(newest()).stream()
                        .filter(candidate -> build.equals(variable(candidate, BUILD)))
                        .findFirst();
    }

    void stop(Build build) {
        client.get().stopBuild(request -> request.id(build.id()));
    }

    static String digest(Build build) {
        return build.exportedEnvironmentVariables().stream()
                .filter(exported -> DIGEST.equals(exported.name()))
                .map(ExportedEnvironmentVariable::value)
                .findFirst()
                .orElse("");
    }

    /// What CodeBuild says of the phases that failed.
    static String words(Build build) {
        return build.phases().stream()
                .flatMap(phase -> phase.contexts().stream())
                .map(PhaseContext::message)
                .filter(message -> message != null && !message.isBlank())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private List<String> newest() {
        return client.get()
                .listBuildsForProject(
                        request -> request.projectName(settings.project()).sortOrder(SortOrderType.DESCENDING))
                .ids();
    }

    private List<Build> get(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : client.get().batchGetBuilds(request -> request.ids(ids)).builds();
    }

    private static String variable(Build build, String name) {
        return build.environment().environmentVariables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(EnvironmentVariable::value)
                .findFirst()
                .orElse("");
    }

    private static EnvironmentVariable variable(String name, String value) {
        return EnvironmentVariable.builder()
                .name(name)
                .value(value)
                .type(EnvironmentVariableType.PLAINTEXT)
                .build();
    }
}
