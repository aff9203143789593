package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.infra.Templates.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("node")
final class LeastPrivilegeTest {
    /// For which the service authorization reference of AWS names no resource (November 2026).
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "ecr:GetAuthorizationToken",
            "ecs:DeregisterTaskDefinition",
            "ecs:DescribeTaskDefinition",
            "ecs:ListTaskDefinitionFamilies",
            "ecs:ListTaskDefinitions",
            "ecs:ListTasks",
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "states:SendTaskFailure",
            "states:SendTaskHeartbeat",
            "states:SendTaskSuccess",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    /// The vault can, and nothing asks it to before there are connections.
    private static final Set<String> NOT_USED_YET =
            Set.of("secretsmanager:DeleteSecret", "secretsmanager:PutSecretValue");

    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    @ParameterizedTest
    @ValueSource(strings = {Synthesis.DEFAULTS, Synthesis.EVERYTHING})
    void noActionIsAPattern(String settings) {
        assertThat(statements(Synthesis.of(settings)).flatMap(LeastPrivilegeTest::actions))
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Synthesis.DEFAULTS, Synthesis.EVERYTHING})
    void everythingIsReachedOnlyByWhatAwsKnowsNoResourceFor(String settings) {
        assertThat(statements(Synthesis.of(settings))
                        .filter(statement -> texts(statement.path("Resource")).anyMatch("*"::equals))
                        .flatMap(LeastPrivilegeTest::actions))
                .isNotEmpty()
                .isSubsetOf(WITHOUT_RESOURCE);
    }

    @Test
    void whatTheCodeCallsIsGranted() {
        var granted = statements(templates).flatMap(LeastPrivilegeTest::actions).collect(Collectors.toSet());
        granted.addAll(NOT_USED_YET);
        assertThat(CallsOfTheCode.actions())
                .contains("dynamodb:PutItem", "dynamodb:Query")
                .isSubsetOf(granted);
    }

    @Test
    void theExecutionRoleIsTheOnlyOneThatIsPassedAndOnlyToTasks() {
        assertThat(statements(templates).filter(statement -> actions(statement).anyMatch("iam:PassRole"::equals)))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement
                                    .at("/Condition/StringEquals/iam:PassedToService")
                                    .stringValue())
                            .isEqualTo("ecs-tasks.amazonaws.com");
                    assertThat(statement.path("Resource").toString()).contains("ExecutionRole");
                });
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        var functions = templates.resources("AWS::Lambda::Function");
        assertThat(functions.stream().map(function -> function.property("/Role").toString()))
                .doesNotHaveDuplicates()
                .hasSize(functions.size());
    }

    @Test
    void noRoleHasAPolicyThatAwsMayWiden() {
        assertThat(templates.resources("AWS::IAM::Role")).allSatisfy(role -> assertThat(
                        role.property("/ManagedPolicyArns").isMissingNode())
                .isTrue());
        assertThat(templates.resources("AWS::IAM::Policy")).isEmpty();
    }

    @Test
    void onlyWhatMakesTokensReadsSecrets() {
        assertThat(rolesThatMay("secretsmanager:GetSecretValue"))
                .containsExactlyInAnyOrder("StepLambda", "SandboxApiLambda");
    }

    @Test
    void onlyTheStepFunctionLaunches() {
        assertThat(rolesThatMay("ecs:RunTask")).containsExactly("StepLambda");
        assertThat(rolesThatMay("ecs:RegisterTaskDefinition")).containsExactly("StepLambda");
    }

    @Test
    void onlyTheSweepRemovesTaskDefinitions() {
        assertThat(rolesThatMay("ecs:DeregisterTaskDefinition")).containsExactly("SweepLambda");
        assertThat(rolesThatMay("ecs:DeleteTaskDefinitions")).containsExactly("SweepLambda");
    }

    @Test
    void noTaskIsLargerThanTheInstallerAllows() {
        var limits = statements(Synthesis.of(Synthesis.EVERYTHING))
                .filter(statement -> actions(statement).anyMatch("ecs:RegisterTaskDefinition"::equals))
                .findFirst()
                .orElseThrow()
                .at("/Condition/NumericLessThanEquals");
        assertThat(limits.path("ecs:task-cpu").asInt()).isEqualTo(8 * 1024);
        assertThat(limits.path("ecs:task-memory").asInt()).isEqualTo(32 * 1024);
    }

    private List<String> rolesThatMay(String action) {
        return templates.resources("AWS::IAM::Role").stream()
                .filter(role ->
                        statements(role).flatMap(LeastPrivilegeTest::actions).anyMatch(action::equals))
                .map(role -> role.id().substring(0, role.id().indexOf("Role")))
                .toList();
    }

    private static Stream<JsonNode> statements(Templates templates) {
        return templates.resources("AWS::IAM::Role").stream().flatMap(LeastPrivilegeTest::statements);
    }

    private static Stream<JsonNode> statements(Resource role) {
        return role.property("/Policies").valueStream().flatMap(policy -> policy.at("/PolicyDocument/Statement")
                .valueStream());
    }

    private static Stream<String> actions(JsonNode statement) {
        return texts(statement.path("Action"));
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        return (oneOrMore.isArray() ? oneOrMore.valueStream() : Stream.of(oneOrMore))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }
}
