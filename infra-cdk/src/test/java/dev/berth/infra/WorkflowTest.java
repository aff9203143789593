package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.Ruler;
import tools.jackson.databind.JsonNode;

@Tag("node")
final class WorkflowTest {
    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    @Test
    void theDefinitionIsTheOneThatOneMachineRuns() {
        var machine = templates.only("AWS::StepFunctions::StateMachine");
        assertThat(machine.text("/DefinitionString")).isEqualTo(Synthesis.sessionDefinition());
        assertThat(machine.text("/LoggingConfiguration/Level")).isEqualTo("ERROR");
        assertThat(machine.property("/LoggingConfiguration/IncludeExecutionData")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void requestsOnTheBusAreActedOn() throws Exception {
        var pattern = pattern("berth-requests");
        assertThat(Ruler.matchesRule(example("session-requested"), pattern)).isTrue();
        assertThat(Ruler.matchesRule(example("session-stop-requested"), pattern))
                .isTrue();
    }

    @Test
    void whatBerthSaysItselfIsKeptAndNotActedOn() throws Exception {
        for (var name : new String[] {"session-failed", "session-started", "snapshot-ready"}) {
            assertThat(Ruler.matchesRule(example(name), pattern("berth-requests")))
                    .isFalse();
            assertThat(Ruler.matchesRule(example(name), pattern("berth-event-log")))
                    .isTrue();
        }
    }

    @Test
    void anExecutionThatEndedWithoutSettlingIsHeardOf() {
        var statuses = Json.MAPPER
                .readTree(pattern("berth-executions"))
                .at("/detail/status")
                .valueStream()
                .map(JsonNode::stringValue);
        assertThat(statuses).containsExactlyInAnyOrder("ABORTED", "FAILED", "TIMED_OUT");
    }

    private String pattern(String rule) {
        return templates.resources("AWS::Events::Rule").stream()
                .filter(each -> each.text("/Name").equals(rule))
                .findFirst()
                .orElseThrow()
                .property("/EventPattern")
                .toString();
    }

    private static String example(String name) {
        return Synthesis.read("events/src/main/resources/examples/bus/%s.json".formatted(name));
    }
}
