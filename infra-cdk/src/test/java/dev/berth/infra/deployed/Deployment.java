package dev.berth.infra.deployed;

import static org.awaitility.Awaitility.await;

import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import dev.berth.infra.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.node.ObjectNode;

/// Deploys templates by an emulator's CloudFormation, in the order of their stacks, as the CDK's command line would.
final class Deployment implements AutoCloseable {
    private static final String TEMPLATES = "templates";
    private static final String FUNCTIONS = "functions.zip";
    private static final String CONTROL_PLANE = "control-plane";
    private static final List<String> ORDER = List.of("data", "substrate", CONTROL_PLANE, "operations");

    /// Types that the emulator does not know. What they say is checked by cfn-lint.
    private static final Set<String> UNKNOWN = Set.of("AWS::Logs::QueryDefinition");

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Ministack ministack;
    private final EmulatedVariables variables;
    private final S3Client s3;
    private final CloudFormationClient cloudFormation;

    Deployment(Ministack ministack, EmulatedVariables variables) {
        this.ministack = ministack;
        this.variables = variables;
        this.s3 = ministack.client(S3Client.builder().forcePathStyle(true));
        this.cloudFormation = ministack.client(CloudFormationClient.builder());
        s3.createBucket(bucket -> bucket.bucket(TEMPLATES));
        putFunctions();
        bootstrap();
    }

    /// @throws IllegalStateException when one cannot be made, with why
    List<Stack> deploy(Templates templates) {
        return ORDER.stream()
                .map(name -> deploy("berth-" + name, emulated(templates, name)))
                .toList();
    }

    /// Of a stack that was deployed.
    String resource(String stack, String type, String logicalIdBegins) {
        return cloudFormation
                .describeStackResources(resources -> resources.stackName("berth-" + stack))
                .stackResources()
                .stream()
                .filter(resource -> resource.resourceType().equals(type))
                .filter(resource -> resource.logicalResourceId().startsWith(logicalIdBegins))
                .findFirst()
                .orElseThrow()
                .physicalResourceId();
    }

    @Override
    public void close() {
        s3.close();
        cloudFormation.close();
    }

    private Stack deploy(String name, String template) {
        s3.putObject(object -> object.bucket(TEMPLATES).key(name), RequestBody.fromString(template));
        cloudFormation.createStack(stack -> stack.stackName(name)
                .templateURL("%s/%s/%s".formatted(ministack.endpoint(), TEMPLATES, name))
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
        var made = await().atMost(LONGEST)
                .until(() -> stack(name), stack -> !stack.stackStatusAsString().endsWith("IN_PROGRESS"));
        if (made.stackStatus() != StackStatus.CREATE_COMPLETE) {
            throw new IllegalStateException("%s is %s: %s".formatted(name, made.stackStatus(), failures(name)));
        }
        return made;
    }

    private List<String> failures(String stack) {
        return cloudFormation.describeStackEvents(events -> events.stackName(stack)).stackEvents().stream()
                .filter(event -> event.resourceStatus() == ResourceStatus.CREATE_FAILED)
                .map(Deployment::words)
                .toList();
    }

    private Stack stack(String name) {
        return cloudFormation
                .describeStacks(stacks -> stacks.stackName(name))
                .stacks()
                .getFirst();
    }

    /// What the CDK leaves in an account once.
    private void bootstrap() {
        try (var ssm = ministack.client(SsmClient.builder())) {
            ssm.putParameter(parameter -> parameter
                    .name("/cdk-bootstrap/hnb659fds/version")
                    .value("30")
                    .type(ParameterType.STRING));
        }
    }

    private void putFunctions() {
        try {
            var packaged = EmulatedFunctions.packaged();
            s3.putObject(object -> object.bucket(TEMPLATES).key(FUNCTIONS), RequestBody.fromBytes(packaged));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String emulated(Templates templates, String stack) {
        var copy = (ObjectNode) Json.MAPPER.readTree(templates.stack(stack).toString());
        var resources = (ObjectNode) copy.path("Resources");
        resources.removeIf(resource -> UNKNOWN.contains(resource.path("Type").asString("")));
        if (stack.equals(CONTROL_PLANE)) {
            var told = variables.of(copy);
            properties(resources, "AWS::Lambda::Function")
                    .forEach(function -> EmulatedFunctions.emulate(function, TEMPLATES, FUNCTIONS, told));
            properties(resources, "AWS::StepFunctions::StateMachine").forEach(Deployment::giveTimeOuts);
        }
        return copy.toString();
    }

    private static Stream<ObjectNode> properties(ObjectNode resources, String type) {
        return resources
                .valueStream()
                .filter(resource -> resource.path("Type").asString("").equals(type))
                .map(resource -> (ObjectNode) resource.path("Properties"));
    }

    /// The emulator fails an execution at a time-out that is an expression.
    private static void giveTimeOuts(ObjectNode machine) {
        var definition = machine.path("DefinitionString").stringValue();
        machine.put("DefinitionString", definition.replaceAll("(\"TimeoutSeconds\": )\"[^\"]*\"", "$1 3600"));
    }

    private static String words(StackEvent event) {
        return "%s %s: %s".formatted(event.resourceType(), event.logicalResourceId(), event.resourceStatusReason());
    }
}
