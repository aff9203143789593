package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.infra.Templates.Resource;
import dev.berth.infra.settings.FunctionFamily;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
final class FunctionsTest {
    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    @Test
    void eachFamilyIsAFunctionOfTheOnePackage() {
        assertThat(families())
                .extracting(function -> function.text("/Handler"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FunctionFamily.values())
                        .map(FunctionFamily::handler)
                        .toList());
        assertThat(families())
                .extracting(function -> function.property("/Code"))
                .containsOnly(families().getFirst().property("/Code"));
    }

    @Test
    void allAreJavaOnArmRestoredFromSnapshots() {
        assertThat(families()).allSatisfy(function -> {
            assertThat(function.text("/Runtime")).isEqualTo("java25");
            assertThat(function.text("/Architectures/0")).isEqualTo("arm64");
            assertThat(function.text("/SnapStart/ApplyOn")).isEqualTo("PublishedVersions");
        });
    }

    @Test
    void theArchitectureIsAChoice() {
        assertThat(families(Synthesis.of(Synthesis.EVERYTHING)))
                .extracting(function -> function.text("/Architectures/0"))
                .containsOnly("x86_64");
    }

    @Test
    void nobodyCallsAFunctionButByItsAlias() {
        var aliases = ids("AWS::Lambda::Alias");
        assertThat(templates.resources("AWS::Lambda::Alias"))
                .hasSize(FunctionFamily.values().length)
                .extracting(alias -> alias.text("/Name"))
                .containsOnly("live");
        assertThat(templates.resources("AWS::Lambda::Permission")).isNotEmpty().allSatisfy(permission -> assertThat(
                        permission.text("/FunctionName/Ref"))
                .isIn(aliases));
        assertThat(templates.resources("AWS::Events::Rule").stream()
                        .flatMap(rule -> rule.property("/Targets").valueStream())
                        .filter(target -> target.path("Arn").has("Ref")))
                .isNotEmpty()
                .allSatisfy(target ->
                        assertThat(target.at("/Arn/Ref").stringValue()).isIn(aliases));
        assertThat(templates
                        .only("AWS::StepFunctions::StateMachine")
                        .text("/DefinitionSubstitutions/StepFunctionArn/Ref"))
                .isIn(aliases);
        assertThat(templates.only("AWS::Lambda::Url").text("/Qualifier")).isEqualTo("live");
    }

    @Test
    void onlyWhatSandboxesDoNotCallOftenIsTraced() {
        assertThat(families().stream()
                        .filter(function -> function.text("/TracingConfig/Mode").equals("Active")))
                .extracting(function -> function.text("/FunctionName"))
                .containsExactlyInAnyOrder("berth-api", "berth-step");
    }

    @Test
    void everyLogEndsSomeday() {
        assertThat(templates.resources("AWS::Logs::LogGroup")).isNotEmpty().allSatisfy(group -> assertThat(
                        group.property("/RetentionInDays").asInt(0))
                .isEqualTo(30));
        assertThat(templates.resources("AWS::Lambda::Function"))
                .allSatisfy(function ->
                        assertThat(function.text("/LoggingConfig/LogGroup/Ref")).isIn(ids("AWS::Logs::LogGroup")));
    }

    @Test
    void whatNobodyWaitsForLeavesADeadLetter() {
        var asynchronous = Arrays.stream(FunctionFamily.values())
                .filter(FunctionFamily::asynchronous)
                .toList();
        assertThat(templates.resources("AWS::Lambda::EventInvokeConfig"))
                .hasSameSizeAs(asynchronous)
                .allSatisfy(config -> assertThat(config.property("/DestinationConfig/OnFailure/Destination")
                                .isMissingNode())
                        .isFalse());
        assertThat(templates.resources("AWS::Events::Rule").stream()
                        .filter(rule -> rule.stack().equals("control-plane"))
                        .filter(rule -> !rule.text("/Name").contains("-keep-alive-")))
                .hasSize(5)
                .allSatisfy(rule -> assertThat(
                                rule.property("/Targets/0/DeadLetterConfig/Arn").isMissingNode())
                        .isFalse());
    }

    @Test
    void aConfigurationOfAnAliasWaitsForTheAlias() {
        assertThat(templates.resources("AWS::Lambda::EventInvokeConfig"))
                .allSatisfy(config -> assertThat(config.node().path("DependsOn").toString())
                        .contains(config.path().replace("Asynchronous", "Live")));
    }

    @Test
    void noFunctionsSnapshotIsLeftToExpire() {
        assertThat(templates.resources("AWS::Events::Rule").stream()
                        .filter(rule -> rule.text("/Name").contains("-keep-alive-")))
                .hasSize(FunctionFamily.values().length)
                .allSatisfy(rule -> {
                    assertThat(rule.text("/ScheduleExpression")).isEqualTo("rate(1 day)");
                    assertThat(rule.text("/Targets/0/Input")).isEqualTo("{\"keepAlive\":true}");
                });
    }

    @Test
    void concurrencyIsReservedWhereTheInstallerSaysSo() {
        assertThat(families())
                .noneSatisfy(function -> assertThat(function.properties().has("ReservedConcurrentExecutions"))
                        .isTrue());
        assertThat(families(Synthesis.of(Synthesis.EVERYTHING)).stream()
                        .filter(function -> function.properties().has("ReservedConcurrentExecutions")))
                .singleElement()
                .satisfies(
                        function -> assertThat(function.text("/FunctionName")).isEqualTo("acme-sandbox-api"));
    }

    @Test
    void noFunctionIsToldWhatItCannotKnow() {
        assertThat(families().stream().filter(function -> !function.property("/Environment/Variables")
                        .has("BERTH_SANDBOX_URL")))
                .singleElement()
                .satisfies(
                        function -> assertThat(function.text("/FunctionName")).isEqualTo("berth-sandbox-api"));
    }

    private List<Resource> families() {
        return families(templates);
    }

    private static List<Resource> families(Templates templates) {
        return templates.resources("AWS::Lambda::Function").stream()
                .filter(function -> function.stack().equals("control-plane"))
                .toList();
    }

    private List<String> ids(String type) {
        return templates.resources(type).stream().map(Resource::id).toList();
    }
}
