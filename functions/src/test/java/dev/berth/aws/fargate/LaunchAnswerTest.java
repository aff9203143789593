package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;

class LaunchAnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESOURCE:CPU                                                             | NoRoom
            RESOURCE:MEMORY                                                          | NoRoom
            Capacity is unavailable at this time. Please try again later             | NoRoom
            You've reached the limit on the number of vCPUs you can run concurrently | NoRoom
            MISSING                                                                  | Refused
            AGENT                                                                    | Refused
            """)
    void aFailureInAnAnswerOfSuccess(String reason, String expected) {
        var answer = RunTaskResponse.builder()
                .failures(Failure.builder().reason(reason).build())
                .build();
        assertThat(LaunchAnswer.of(answer).getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ThrottlingException        | Rate exceeded                                                            | NoRoom
            LimitExceededException     | The limit is exceeded                                                    | NoRoom
            ClientException            | You've reached the limit on the number of vCPUs you can run concurrently | NoRoom
            ClientException            | TaskDefinition is inactive                                               | NoDefinition
            ClientException            | TaskDefinition not found.                                                | NoDefinition
            ClientException            | The task definition berth-a-b:1 is DELETE_IN_PROGRESS                    | NoDefinition
            InvalidParameterException  | The subnet ID 'subnet-1' does not exist                                  | Refused
            AccessDeniedException      | not authorized to perform: iam:PassRole                                  | Refused
            ClusterNotFoundException   | Cluster not found.                                                       | Refused
            ConflictException          | clientToken with other parameters                                        | LaunchedOtherwise
            ServerException            | Service Unavailable                                                      | Unknown
            InternalFailure            | ''                                                                       | Unknown
            """)
    void anError(String code, String message, String expected) {
        assertThat(LaunchAnswer.ofError(code, message).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void anAccountOverItsQuotaIsToldWhich() {
        var answer = LaunchAnswer.ofError(
                "ClientException", "You've reached the limit on the number of vCPUs you can run concurrently");
        assertThat(answer).isInstanceOfSatisfying(LaunchAnswer.NoRoom.class, noRoom -> assertThat(noRoom.detail())
                .contains("reached the limit")
                .contains("vCPU resource count"));
    }

    @Test
    void aTaskIsLaunchedWhateverElseIsSaid() {
        var answer = RunTaskResponse.builder()
                .tasks(Task.builder().taskArn("arn").build())
                .failures(Failure.builder().reason("AGENT").build())
                .build();
        assertThat(LaunchAnswer.of(answer)).isEqualTo(new LaunchAnswer.Launched());
    }

    @Test
    void anAnswerThatSaysNothingLeavesItOpen() {
        assertThat(LaunchAnswer.of(RunTaskResponse.builder().build())).isEqualTo(new LaunchAnswer.Unknown());
    }
}
