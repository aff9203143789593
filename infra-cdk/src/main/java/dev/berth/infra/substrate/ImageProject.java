package dev.berth.infra.substrate;

import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.LogGrants;
import dev.berth.infra.grant.ServiceRole;
import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.codebuild.CfnProject;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// A CodeBuild project that builds images, so that an installer needs no Docker, and none of the right architecture.
final class ImageProject extends Construct {
    private final CfnProject project;
    private final LogGroup log;

    /// @param limit of builds at once; null for as many as the account allows
    record Work(
            String buildSpec,
            String computeType,
            int timeoutMinutes,
            @Nullable Integer limit,
            Map<String, String> environment,
            List<Grant> grants) {}

    ImageProject(Construct scope, String id, String name, Installation installation, ImageSources sources, Work work) {
        super(scope, id);
        this.log = LogGroups.of(this, "Log", "/%s/builds/%s".formatted(installation.name(), name), installation);
        var grants = new ArrayList<>(work.grants());
        grants.addAll(sources.read());
        grants.add(LogGrants.write(log.getLogGroupArn()));
        var role = ServiceRole.of(this, "Role", "codebuild.amazonaws.com", grants);
        this.project = CfnProject.Builder.create(this, "Project")
                .name(installation.name() + "-" + name)
                .serviceRole(role.getRoleArn())
                .source(CfnProject.SourceProperty.builder()
                        .type("S3")
                        .location(sources.location())
                        .buildSpec(work.buildSpec())
                        .build())
                .artifacts(CfnProject.ArtifactsProperty.builder()
                        .type("NO_ARTIFACTS")
                        .build())
                .environment(environment(installation, work))
                .logsConfig(CfnProject.LogsConfigProperty.builder()
                        .cloudWatchLogs(CfnProject.CloudWatchLogsConfigProperty.builder()
                                .status("ENABLED")
                                .groupName(log.getLogGroupName())
                                .build())
                        .build())
                .timeoutInMinutes(work.timeoutMinutes())
                .concurrentBuildLimit(work.limit())
                .build();
    }

    String name() {
        return project.getRef();
    }

    String arn() {
        return project.getAttrArn();
    }

    LogGroup log() {
        return log;
    }

    /// Privileged: images are built by an engine within the build.
    private static CfnProject.EnvironmentProperty environment(Installation installation, Work work) {
        var processor = installation.sandboxes().architecture();
        return CfnProject.EnvironmentProperty.builder()
                .type(processor.buildEnvironment())
                .image(processor.buildImage())
                .computeType(work.computeType())
                .privilegedMode(true)
                .environmentVariables(new TreeMap<>(work.environment())
                        .entrySet().stream()
                                .map(variable -> CfnProject.EnvironmentVariableProperty.builder()
                                        .name(variable.getKey())
                                        .value(variable.getValue())
                                        .build())
                                .toList())
                .build();
    }
}
