package dev.berth.session;

import static dev.berth.session.SessionBuilder.FAILURE;
import static dev.berth.session.SessionBuilder.NOW;
import static dev.berth.session.SessionBuilder.session;
import static dev.berth.session.SessionStatus.QUEUED;
import static dev.berth.session.SessionStatus.RUNNING;
import static dev.berth.session.SessionStatus.STARTING;
import static dev.berth.session.SessionStatus.STOPPED;
import static dev.berth.session.SessionStatus.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.WireName;
import dev.berth.session.LifecycleEvent.CapacityMissed;
import dev.berth.session.LifecycleEvent.GenerationTaken;
import dev.berth.session.LifecycleEvent.Launched;
import dev.berth.session.LifecycleEvent.MessageAccepted;
import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.LifecycleEvent.SandboxReady;
import dev.berth.session.LifecycleEvent.Settled;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LifecycleEvent.TurnEnded;
import dev.berth.session.LifecycleEvent.TurnTaken;
import dev.berth.session.LifecycleEvent.WaitBegun;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "user, stopped",
        "idle, stopped",
        "expired, stopped",
        "completed, stopped",
        "shutdown, stopped",
        "lost, failed",
        "failed, failed"
    })
    void theReasonDecidesWhereSettlingLeads(String reason, String status) {
        var stopping = session(STOPPING)
                .with(change -> change.reason = WireName.parse(StopReason.class, reason))
                .build();

        assertThat(changed(stopping, new Settled()).status().wireName()).isEqualTo(status);
    }

    @Test
    void aSessionThatIsToBeResumedIsQueuedAgainWhenItSettles() {
        var stopping = session(STOPPING)
                .withTurn("trn_1")
                .with(change -> change.resumeRequested = true)
                .build();

        var after = changed(stopping, new Settled());

        assertThat(after.status()).isEqualTo(QUEUED);
        assertThat(after.run()).isEqualTo(2);
        assertThat(after.turn()).isNull();
        assertThat(after.resumeRequested()).isFalse();
        assertThat(after.reason()).isNull();
    }

    @Test
    void aLaterStopTakesBackTheResume() {
        var stopping =
                session(STOPPING).with(change -> change.resumeRequested = true).build();

        assertThat(changed(stopping, new StopAsked(StopReason.USER, null)).resumeRequested())
                .isFalse();
    }

    @Test
    void theFirstReasonToStopIsTheOneThatCounts() {
        assertThat(SessionLifecycle.apply(session(STOPPING).build(), new StopAsked(StopReason.FAILED, FAILURE), NOW))
                .isInstanceOf(Transition.Unchanged.class);
    }

    @Test
    void aRunTakesThreeLaunchesAtMost() {
        var starting =
                session(STARTING).with(change -> change.runGenerations = 3).build();

        assertThat(SessionLifecycle.apply(starting, new GenerationTaken("sbx_4"), NOW))
                .isInstanceOf(Transition.Refused.class);
    }

    @Test
    void aNewRunKeepsTheGenerationAndCountsItsLaunchesAnew() {
        var after = changed(session(STOPPED).build(), new ResumeAsked());

        assertThat(after.run()).isEqualTo(2);
        assertThat(after.generation()).isEqualTo(1);
        assertThat(after.runGenerations()).isZero();
        assertThat(after.launch()).isEqualTo(LaunchState.NONE);
        assertThat(after.sandbox()).isNull();
    }

    @Test
    void aRunThatFoundNoCapacityKeepsItsPlace() {
        var after = changed(session(STARTING).build(), new CapacityMissed(1));

        assertThat(after.status()).isEqualTo(QUEUED);
        assertThat(after.run()).isEqualTo(2);
        assertThat(after.queuePosition()).isEqualTo("pos_1");
        assertThat(after.capacityMisses()).isEqualTo(1);
        assertThat(changed(
                                session(STARTING)
                                        .with(change -> change.capacityMisses = 4)
                                        .build(),
                                new Launched(1))
                        .capacityMisses())
                .isZero();
    }

    @Test
    void whatIsAboutAnEarlierGenerationChangesNothing() {
        var second = session(STARTING).with(change -> change.generation = 2).build();

        assertUnchanged(second, new Launched(1));
        assertUnchanged(second, new CapacityMissed(1));
        assertUnchanged(second, new SandboxReady(1));
        assertUnchanged(second, new SandboxGone(1, "late"));
    }

    @Test
    void whatIsAboutTheRunBeforeChangesNothingThoughTheGenerationIsStillItsOwn() {
        var resumed = session(STARTING)
                .launch(LaunchState.NONE)
                .with(change -> change.run = 2)
                .build();

        assertUnchanged(resumed, new CapacityMissed(1));
        assertUnchanged(resumed, new SandboxReady(1));
        assertUnchanged(resumed, new SandboxGone(1, "late"));
    }

    @Test
    void aSandboxThatHasGoneIsNotReadyAnyMore() {
        assertUnchanged(session(STARTING).launch(LaunchState.GONE).build(), new SandboxReady(1));
    }

    @Test
    void aSandboxThatWasLaunchedDidFindCapacity() {
        assertUnchanged(session(STARTING).launch(LaunchState.LAUNCHED).build(), new CapacityMissed(1));
    }

    @Test
    void aSandboxThatEndsByItselfWhileRunningIsLost() {
        var after = changed(session(RUNNING).build(), new SandboxGone(1, "signal 9"));

        assertThat(after.reason()).isEqualTo(StopReason.LOST);
        assertThat(after.failure()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("sandbox_lost");
            assertThat(failure.detail()).contains("signal 9");
        });
    }

    @Test
    void aMessageThatInterruptsMarksTheOpenTurn() {
        var running = session(RUNNING).withTurn("trn_1").build();

        assertThat(changed(running, new MessageAccepted(true)).turn()).isEqualTo(new OpenTurn("trn_1", "msg_1", true));
        assertThat(changed(running, new MessageAccepted(false)).turn())
                .isEqualTo(new OpenTurn("trn_1", "msg_1", false));
    }

    @Test
    void anotherTurnIsNotEnded() {
        assertUnchanged(session(RUNNING).withTurn("trn_2").build(), new TurnEnded("trn_1"));
    }

    @Test
    void aSessionThatStopsWhenDoneStopsWithItsLastTurn() {
        var running = session(RUNNING).stopWhenDone().withTurn("trn_1");

        assertThat(changed(running.withQueuedMessages(1).build(), new TurnEnded("trn_1"))
                        .status())
                .isEqualTo(RUNNING);
        var done = changed(running.withQueuedMessages(0).build(), new TurnEnded("trn_1"));
        assertThat(done.status()).isEqualTo(STOPPING);
        assertThat(done.reason()).isEqualTo(StopReason.COMPLETED);
    }

    @Test
    void noSecondTurnBeginsBesideAnOpenOneAndNoneWithoutMessage() {
        var taken = new TurnTaken("trn_2", "msg_2");

        assertThat(SessionLifecycle.apply(session(RUNNING).withTurn("trn_1").build(), taken, NOW))
                .isInstanceOf(Transition.Refused.class);
        assertThat(SessionLifecycle.apply(session(RUNNING).withQueuedMessages(0).build(), taken, NOW))
                .isInstanceOf(Transition.Refused.class);
    }

    @Test
    void aWaitOfAnEarlierStateRunOrAttemptIsNotStored() {
        var serving = session(RUNNING)
                .waiting(new Wait(1, Wait.State.SERVE, 1, 1, "serving"))
                .build();

        assertUnchanged(serving, new WaitBegun(new Wait(1, Wait.State.START, 2, 1, "late")));
        assertUnchanged(serving, new WaitBegun(new Wait(1, Wait.State.SERVE, 0, 1, "late")));
        assertUnchanged(serving, new WaitBegun(new Wait(2, Wait.State.STOP, 0, 1, "of another run")));
        assertUnchanged(serving, new WaitBegun(new Wait(1, Wait.State.SERVE, 1, 1, "serving")));
        var repeated = new Wait(1, Wait.State.SERVE, 1, 1, "the same attempt, called again");
        assertThat(changed(serving, new WaitBegun(repeated)).waiting()).isEqualTo(repeated);
    }

    @Test
    void aSessionIsWrittenWithTheTimesOfWhatHappened() {
        var later = NOW.plus(Duration.ofMinutes(3));

        var running =
                (Transition.Changed) SessionLifecycle.apply(session(STARTING).build(), new SandboxReady(1), later);
        var stopped =
                (Transition.Changed) SessionLifecycle.apply(session(STOPPING).build(), new Settled(), later);

        assertThat(running.session().startedAt()).isEqualTo(later);
        assertThat(stopped.session().stoppedAt()).isEqualTo(later);
    }

    @Test
    void aDeletedSessionTakesNothingNewAndForgivesWhatComesLate() {
        var deleted = session(STOPPING)
                .with(change -> {
                    change.deletedAt = NOW;
                    change.resumeRequested = true;
                })
                .build();

        assertThat(SessionLifecycle.apply(deleted, new MessageAccepted(false), NOW))
                .isInstanceOf(Transition.Refused.class);
        assertThat(SessionLifecycle.apply(deleted, new ResumeAsked(), NOW)).isInstanceOf(Transition.Refused.class);
        assertUnchanged(deleted, new SandboxReady(1));
        assertUnchanged(deleted, new CapacityMissed(1));
        assertThat(changed(deleted, new Settled()).status()).isEqualTo(STOPPED);
    }

    private static Session changed(Session before, LifecycleEvent event) {
        return switch (SessionLifecycle.apply(before, event, NOW)) {
            case Transition.Changed(var after) -> after;
            case Transition.Unchanged _, Transition.Refused _ -> throw new AssertionError(event + " changed nothing");
        };
    }

    private static void assertUnchanged(Session before, LifecycleEvent event) {
        assertThat(SessionLifecycle.apply(before, event, NOW)).isInstanceOf(Transition.Unchanged.class);
    }
}
