package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.fargate.TaskEnd.ContainerEnd;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskEndTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            UserInitiated              | Stopped by Berth                                               | 143 | -                                                               | false | -                       | -
            UserInitiated              | Stopped by anna@acme.example                                   | 143 | -                                                               | true  | -                       | -
            UserInitiated              | -                                                              | 137 | -                                                               | true  | -                       | -
            SpotInterruption           | Your Spot Task was interrupted.                                | 143 | -                                                               | false | -                       | -
            TerminationNotice          | The infrastructure is retired.                                 | 143 | -                                                               | false | -                       | -
            EssentialContainerExited   | Essential container in task exited                             | 0   | -                                                               | false | -                       | -
            EssentialContainerExited   | Essential container in task exited                             | 1   | -                                                               | false | -                       | -
            EssentialContainerExited   | Essential container in task exited                             | 137 | OutOfMemoryError: Container killed due to memory usage          | false | sandbox_out_of_memory   | CALLER
            EssentialContainerExited   | Essential container in task exited                             | 127 | -                                                               | false | base_image_unusable     | CALLER
            TaskFailedToStart          | CannotPullContainerError: pull image manifest: not found       | -   | -                                                               | false | snapshot_missing        | OPERATOR
            TaskFailedToStart          | Task failed to start                                           | -   | CannotPullContainerError: dial tcp: i/o timeout                 | false | image_not_pulled        | OPERATOR
            TaskFailedToStart          | ResourceInitializationError: unable to pull registry auth      | -   | -                                                               | false | task_not_initialized    | OPERATOR
            TaskFailedToStart          | Task failed to start                                           | -   | CannotStartContainerError: exec format error                    | false | container_not_started   | CALLER
            TaskFailedToStart          | Timeout waiting for network interface provisioning to complete | -   | -                                                               | false | -                       | -
            TaskFailedToStart          | Capacity is unavailable at this time.                          | -   | -                                                               | false | -                       | -
            """)
    void whatEcsSaysAndWhoMustAct(
            String stopCode,
            @Nullable String stoppedReason,
            @Nullable Integer exitCode,
            @Nullable String containerReason,
            boolean byHand,
            @Nullable String failure,
            @Nullable MustAct mustAct) {
        var end = new TaskEnd(stopCode, stoppedReason, List.of(new ContainerEnd("agent", exitCode, containerReason)));
        assertThat(end.byHand()).isEqualTo(byHand);
        assertThat(end.failure().map(Failure::code).orElse(null)).isEqualTo(failure);
        assertThat(end.failure().map(Failure::mustAct).orElse(null)).isEqualTo(mustAct);
        assertThat(end.detail()).isNotBlank();
    }

    @Test
    void aRuntimeThatWasNotCopiedIsTheOperators() {
        var end = new TaskEnd(
                "TaskFailedToStart",
                "Task failed to start",
                List.of(new ContainerEnd("runtime", 1, null), new ContainerEnd("agent", null, null)));
        assertThat(end.failure().map(Failure::code)).contains("runtime_not_copied");
    }

    @Test
    void theDetailIsWhatTheAgentsContainerSays() {
        var end = new TaskEnd(
                "EssentialContainerExited",
                "Essential container in task exited",
                List.of(
                        new ContainerEnd("runtime", 0, null),
                        new ContainerEnd("agent", 137, "OutOfMemoryError: killed")));
        assertThat(end.detail()).isEqualTo("exit code 137: OutOfMemoryError: killed");
    }

    @Test
    void aTaskOfWhichNothingIsKnownStopped() {
        assertThat(new TaskEnd(null, null, List.of()).gone().detail()).isEqualTo("its task stopped");
    }
}
