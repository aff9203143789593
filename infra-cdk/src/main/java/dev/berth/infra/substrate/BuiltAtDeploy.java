package dev.berth.infra.substrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.grant.LogGrants;
import dev.berth.infra.grant.ServiceRole;
import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/// Makes a deployment wait until an image is built. Deploying what was deployed before builds nothing.
final class BuiltAtDeploy extends Construct {
    private static final String PROGRAM = "/build_image.py";
    private static final Duration LONGEST = Duration.minutes(15);

    private final CustomResource built;

    BuiltAtDeploy(
            Construct scope,
            String id,
            Installation installation,
            ImageProject project,
            Repository repository,
            String tag) {
        super(scope, id);
        var log = LogGroups.of(this, "Log", "/%s/deploy/build-image".formatted(installation.name()), installation);
        var role = ServiceRole.of(
                this,
                "Role",
                "lambda.amazonaws.com",
                List.of(
                        Grant.of(List.of("codebuild:StartBuild", "codebuild:BatchGetBuilds"), project.arn()),
                        ImageGrants.describe(repository.getRepositoryArn()),
                        LogGrants.write(log.getLogGroupArn())));
        var function = Function.Builder.create(this, "Function")
                .description("Builds Berth's runtime image while Berth is deployed")
                .runtime(Runtime.PYTHON_3_14)
                .architecture(Architecture.ARM_64)
                .handler("index.handler")
                .code(Code.fromInline(program()))
                .timeout(LONGEST)
                .role(role.withoutPolicyUpdates())
                .logGroup(log)
                .build();
        this.built = CustomResource.Builder.create(this, "Image")
                .resourceType("Custom::BerthImage")
                .serviceToken(function.getFunctionArn())
                .serviceTimeout(LONGEST)
                .properties(Map.of(
                        "Project", project.name(),
                        "Repository", repository.getRepositoryName(),
                        "Tag", tag))
                .build();
    }

    /// The same text, in a way that CloudFormation knows only after the build.
    String whenThere(String uri) {
        return uri.substring(0, uri.lastIndexOf(':') + 1) + built.getAttString("Tag");
    }

    private static String program() {
        try (var stream = BuiltAtDeploy.class.getResourceAsStream(PROGRAM)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not packaged " + PROGRAM);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
