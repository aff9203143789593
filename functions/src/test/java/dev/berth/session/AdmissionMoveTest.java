package dev.berth.session;

import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionMoveTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            from     | queued        | starting      | running       | stopping      | stopped     | failed
            QUEUED   | NONE          | QUEUE_TO_SLOT | QUEUE_TO_SLOT | QUEUE_TO_SLOT | LEAVE_QUEUE | LEAVE_QUEUE
            STARTING | SLOT_TO_QUEUE | NONE          | NONE          | NONE          | FREE_SLOT   | FREE_SLOT
            RUNNING  | SLOT_TO_QUEUE | NONE          | NONE          | NONE          | FREE_SLOT   | FREE_SLOT
            STOPPING | SLOT_TO_QUEUE | NONE          | NONE          | NONE          | FREE_SLOT   | FREE_SLOT
            STOPPED  | ENTER_QUEUE   | NONE          | NONE          | NONE          | NONE        | NONE
            FAILED   | ENTER_QUEUE   | NONE          | NONE          | NONE          | NONE        | NONE
            """)
    void slotsAndQueueFollowTheStatus(
            SessionStatus from,
            AdmissionMove queued,
            AdmissionMove starting,
            AdmissionMove running,
            AdmissionMove stopping,
            AdmissionMove stopped,
            AdmissionMove failed) {
        var expected = new AdmissionMove[] {queued, starting, running, stopping, stopped, failed};
        for (var to : SessionStatus.values()) {
            assertThat(AdmissionMove.of(session(from).build(), session(to).build()))
                    .as("to %s", to)
                    .isEqualTo(expected[to.ordinal()]);
        }
    }
}
