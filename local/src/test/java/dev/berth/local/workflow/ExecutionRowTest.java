package dev.berth.local.workflow;

import static dev.berth.local.workflow.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import org.junit.jupiter.api.Test;

class ExecutionRowTest {
    @Test
    void aJsonNullStaysANullWhereverAnExecutionHoldsIt() {
        var play = Play.of(
                task().with("Assign", "{\"nothing\": \"{% $states.result %}\"}")
                        .next("B")
                        .and("B", task().state())
                        .states(),
                "{\"a\": null}");
        play.succeed("null");

        assertThat(read(play.execution())).isEqualTo(play.execution());
        assertThat(play.execution().variables().get("nothing")).isEqualTo(Json.MAPPER.readTree("null"));
        assertThat(play.succeed("null").standing()).isEqualTo("null");
        assertThat(read(play.execution())).isEqualTo(play.execution());
    }

    @Test
    void everyEndIsReadAsItWasWritten() {
        assertThat(read(task().play().fail("E").execution()))
                .extracting(Execution::standing)
                .isEqualTo(new Standing.Failed("E", "because"));
        assertThat(read(task().play().signal(new Signal.Aborted("by hand")).execution()))
                .extracting(Execution::standing)
                .isEqualTo(new Standing.Aborted("by hand"));
    }

    private static Execution read(Execution execution) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(execution), Execution.class);
    }
}
