package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.EventData;
import dev.berth.event.MustAct;
import dev.berth.event.SessionEvent;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.session.Admission.Queued;
import dev.berth.snapshot.FakeSnapshotBuilder;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartStepTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 10);
    private final SessionKey key = scene.start("task");

    @Test
    void aLaunchCarriesTheVersionsArtifactAndAGenerationOfItsOwn() {
        var token = scene.startStep(key, 0);

        assertThat(scene.driver.launches()).singleElement().satisfies(launch -> {
            assertThat(launch.sandbox().session()).isEqualTo(key);
            assertThat(launch.sandbox().generation()).isEqualTo(1);
            assertThat(launch.artifact())
                    .isEqualTo(FakeSnapshotBuilder.artifactOf(
                            scene.profiles.snapshot(scene.version).build().id()));
        });
        assertThat(scene.session(key).launch()).isEqualTo(LaunchState.LAUNCHED);
        assertThat(scene.workflow.isLive(token)).isTrue();
    }

    @Test
    void aSandboxThatIsReadyEndsTheWaitAndTellsItsPhases() {
        var token = scene.startStep(key, 0);
        var sandbox = FakeSandbox.launched(scene);
        sandbox.exchange();
        sandbox.ready();

        assertThat(scene.workflow.endOf(token)).isEqualTo(RecordingWorkflow.SUCCEEDED);
        assertThat(scene.events(key))
                .extracting(event -> event.data())
                .filteredOn(EventData.SandboxPhase.class::isInstance)
                .extracting(phase -> ((EventData.SandboxPhase) phase).phase())
                .containsExactly("admit", "launch", "boot", "ready");
    }

    @Test
    void theSameAttemptCalledAgainLaunchesNothingAndWaitsWithTheNewerToken() {
        scene.startStep(key, 0);
        var token = scene.startStep(key, 0);

        assertThat(scene.driver.launches()).hasSize(1);
        assertThat(scene.session(key).waiting())
                .satisfies(wait -> assertThat(wait.token()).isEqualTo(token));
    }

    @Test
    void aLaunchWhoseOutcomeIsUnknownIsRepeatedForTheSameSandboxWithTheSameBytes() {
        scene.driver.failNext();
        assertThatThrownBy(() -> scene.startStep(key, 0)).hasMessageContaining("did not answer");
        scene.clock.advance(Duration.ofSeconds(5));

        scene.startStep(key, 1);

        assertThat(scene.driver.launches()).hasSize(2);
        assertThat(scene.driver.launches().getLast())
                .isEqualTo(scene.driver.launches().getFirst());
        assertThat(scene.session(key).generation()).isEqualTo(1);
    }

    @Test
    void aSandboxThatFailsEarlyIsFollowedByTheNextAfterItWasStopped() {
        var first = scene.startStep(key, 0);
        var failed = FakeSandbox.launched(scene);
        failed.endByItself("exit code 1");
        assertThat(scene.workflow.endOf(first)).isEqualTo(WaitEnd.NOT_READY);

        var second = scene.startStep(key, 1);

        assertThat(scene.driver.stopped()).containsExactly(failed.ref());
        assertThat(scene.session(key).generation()).isEqualTo(2);
        assertThat(scene.workflow.isLive(second)).isTrue();
        scene.goneObserver.gone(failed.ref(), new Observation.Gone("told twice"));
        assertThat(scene.workflow.isLive(second)).isTrue();
    }

    @Test
    void threeGenerationsThatFailFailTheSessionWithAReason() {
        for (int attempt = 0; attempt < 3; attempt++) {
            scene.startStep(key, attempt);
            FakeSandbox.launched(scene).endByItself("exit code 1");
        }
        scene.finish(key, WaitEnd.NOT_READY);

        assertThat(scene.driver.launches())
                .extracting(Launch::sandbox)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).failure())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("sandbox_start_failed"));
    }

    @Test
    void aFourthAttemptGivesUpByItself() {
        for (int attempt = 0; attempt < 3; attempt++) {
            scene.startStep(key, attempt);
            FakeSandbox.launched(scene).endByItself("exit code 1");
        }

        var token = scene.startStep(key, 3);

        assertThat(scene.workflow.endOf(token)).isEqualTo(WaitEnd.STOP_REQUESTED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.FAILED);
    }

    @Test
    void aStopThatArrivesDuringTheLaunchStopsWhatWasLaunched() {
        scene.driver.duringNext(() -> scene.stop(key));

        var token = scene.startStep(key, 0);

        assertThat(scene.driver.stopped())
                .containsExactly(FakeSandbox.launched(scene).ref());
        assertThat(scene.driver.list()).isEmpty();
        assertThat(scene.workflow.endOf(token)).isEqualTo(WaitEnd.STOP_REQUESTED);
        scene.finish(key);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void aSnapshotThatHasVanishedFailsTheSession() {
        scene.profiles.snapshots.delete(scene.version);

        var token = scene.startStep(key, 0);
        assertThat(scene.workflow.endOf(token)).isEqualTo(WaitEnd.STOP_REQUESTED);
        scene.finish(key);

        assertThat(scene.driver.launches()).isEmpty();
        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).failure())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("snapshot_missing"));
    }

    @Test
    void aLaunchThatIsRefusedFailsTheSessionWithTheSubstratesReason() {
        scene.driver.next(() -> new LaunchOutcome.Refused(SessionBuilder.FAILURE));

        scene.startStep(key, 0);
        scene.finish(key);

        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).failure()).isEqualTo(SessionBuilder.FAILURE);
    }

    @Test
    void aSecretThatWasDeletedByHandFailsTheSessionAndSaysWhoMustRestoreIt() {
        scene.vault.deleteByHand();

        scene.startStep(key, 0);
        scene.finish(key);

        assertThat(scene.driver.launches()).isEmpty();
        assertThat(scene.session(key).failure()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("secret_deleted");
            assertThat(failure.remedy()).contains("restore bootstrap-token-key");
            assertThat(failure.mustAct()).isEqualTo(MustAct.OPERATOR);
        });
    }

    @Test
    void aRunWithoutCapacityGoesBackToItsOwnPlaceAsANewRun() {
        var behind = scene.start("behind");
        scene.gateOpen = false;
        scene.driver.next(() -> new LaunchOutcome.NoCapacity("no room"));

        var token = scene.startStep(key, 0);

        assertThat(scene.workflow.endOf(token)).isEqualTo(WaitEnd.SUPERSEDED);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.QUEUED);
        assertThat(scene.session(key).run()).isEqualTo(2);
        var admission = scene.admissions.read(scene.organization);
        assertThat(admission.slots()).isEmpty();
        assertThat(admission.queue()).extracting(Queued::session).containsExactly(key.session(), behind.session());
        assertThat(admission.queue().getFirst().notBefore())
                .isEqualTo(scene.clock.instant().plusSeconds(30));
    }

    @Test
    void aSessionThatWaitsForCapacitySaysSoAndForWhat() {
        scene.driver.next(() -> new LaunchOutcome.NoCapacity("the quota of vCPUs is used up"));

        scene.startStep(key, 0);

        assertThat(scene.events(key)).extracting(SessionEvent::data).anySatisfy(data -> assertThat(data)
                .isInstanceOfSatisfying(EventData.Error.class, error -> {
                    assertThat(error.code()).isEqualTo("no_capacity");
                    assertThat(error.detail()).contains("the quota of vCPUs is used up");
                    assertThat(error.remedy()).contains("queue");
                    assertThat(error.mustAct()).isEqualTo(MustAct.NOBODY);
                }));
    }

    @Test
    void aRunWithoutCapacityIsAdmittedAgainUnderANewNameWhenItsTimeHasCome() {
        scene.driver.next(() -> new LaunchOutcome.NoCapacity("no room"));
        scene.startStep(key, 0);
        scene.settleSession.settle(key, 1);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.QUEUED);

        scene.clock.advance(Duration.ofSeconds(30));
        scene.admitNext.admitAll(scene.organization);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.workflow.started()).containsExactly(key.session() + "-1", key.session() + "-2");
        scene.startStep(key, 0);
        assertThat(scene.session(key).generation()).isEqualTo(2);
        assertThat(scene.session(key).capacityMisses()).isZero();
    }

    @Test
    void aCallOfAnEarlierRunDoesNothing() {
        var late = scene.input("start", key, 0, null);
        scene.stop(key);
        scene.settle(key);
        scene.resumeSession.resume(key, false);

        scene.startStep.run(late);

        assertThat(scene.driver.launches()).isEmpty();
        assertThat(scene.session(key).waiting()).isNull();
    }
}
