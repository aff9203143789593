package dev.berth.session;

import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.WireName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitEndTest {

    /// `-` waits on, `ok` succeeds, else the error's name.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            state | launch   | queued                | starting         | running | stopping              | stopped               | failed
            start | none     | Session.StopRequested | -                | ok      | Session.StopRequested | Session.StopRequested | Session.StopRequested
            start | pending  | Session.StopRequested | -                | ok      | Session.StopRequested | Session.StopRequested | Session.StopRequested
            start | launched | Session.StopRequested | -                | ok      | Session.StopRequested | Session.StopRequested | Session.StopRequested
            start | gone     | Session.StopRequested | Sandbox.NotReady | ok      | Session.StopRequested | Session.StopRequested | Session.StopRequested
            serve | launched | ok                    | ok               | -       | ok                    | ok                    | ok
            serve | gone     | ok                    | ok               | -       | ok                    | ok                    | ok
            stop  | none     | ok                    | ok               | ok      | ok                    | ok                    | ok
            stop  | pending  | ok                    | ok               | ok      | -                     | ok                    | ok
            stop  | launched | ok                    | ok               | ok      | -                     | ok                    | ok
            stop  | gone     | ok                    | ok               | ok      | ok                    | ok                    | ok
            """)
    void aWaitEndsAsTheTableSays(
            String state,
            String launch,
            String queued,
            String starting,
            String running,
            String stopping,
            String stopped,
            String failed) {
        var expected = new String[] {queued, starting, running, stopping, stopped, failed};
        for (var status : SessionStatus.values()) {
            var waiting = session(status)
                    .launch(WireName.parse(LaunchState.class, launch))
                    .waiting(wait(1, WireName.parse(Wait.State.class, state), 1))
                    .with(change -> change.generation = 1)
                    .build();
            assertThat(end(waiting)).as("while %s", status).isEqualTo(expected[status.ordinal()]);
        }
    }

    @Test
    void whoDoesNotWaitIsNotEnded() {
        assertThat(WaitEnd.of(session(SessionStatus.STOPPED).build())).isEmpty();
    }

    @Test
    void aWaitOfAnEarlierRunIsSuperseded() {
        var resumed = session(SessionStatus.STARTING)
                .with(change -> change.run = 2)
                .waiting(wait(1, Wait.State.STOP, 1))
                .build();

        assertThat(end(resumed)).isEqualTo(WaitEnd.SUPERSEDED);
    }

    @Test
    void aWaitForTheNextGenerationIsNotEndedByTheOneBefore() {
        var second = session(SessionStatus.STARTING)
                .launch(LaunchState.GONE)
                .waiting(wait(1, Wait.State.START, 2))
                .build();

        assertThat(end(second)).isEqualTo("-");
    }

    private static Wait wait(int run, Wait.State state, int generation) {
        return new Wait(run, state, 0, generation, "token");
    }

    private static String end(Session session) {
        return WaitEnd.of(session)
                .map(end -> switch (end) {
                    case WaitEnd.Succeeds _ -> "ok";
                    case WaitEnd.Fails fails -> fails.error();
                })
                .orElse("-");
    }
}
