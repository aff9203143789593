package dev.berth.session;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.http.Race;
import dev.berth.session.Admission.Queued;
import dev.berth.session.Admission.Slot;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartSessionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 2);

    @Test
    void aSessionTakesTheFreeSlotAndItsWorkflowBegins() {
        var key = scene.start("Mend the build");

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.admissions.read(scene.organization).slots()).containsExactly(new Slot(key.session(), 1));
        assertThat(scene.workflow.started()).containsExactly(key.session() + "-1");
        assertThat(scene.workflow.input(key.session() + "-1"))
                .isEqualTo("""
                {"organization":"%s","session":"%s","run":1,"lifetimeSeconds":28800}""".formatted(scene.organization, key.session()));
    }

    @Test
    void theLogBeginsWithTheTaskAndTheStatus() {
        var key = scene.start("Mend the build");

        assertThat(scene.events(key))
                .extracting(SessionEvent::data)
                .satisfiesExactly(
                        task -> assertThat(task)
                                .isInstanceOfSatisfying(
                                        EventData.MessageReceived.class,
                                        message -> assertThat(message.text()).isEqualTo("Mend the build")),
                        status -> assertThat(status).isEqualTo(new EventData.SessionStatus("starting", null)));
    }

    @Test
    void whatIsAnsweredSaysHowFarTheLogIs() {
        var answered = scene.started("Mend the build");

        assertThat(answered.lastEventSeq())
                .isEqualTo(scene.events(answered.key()).size());
    }

    @Test
    void withoutFreeSlotItIsQueuedAndHasNoWorkflow() {
        scene.start("first");
        var second = scene.start("second");

        assertThat(scene.status(second)).isEqualTo(SessionStatus.QUEUED);
        assertThat(scene.workflow.started()).hasSize(1);
        assertThat(scene.admissions.read(scene.organization).queue())
                .extracting(Queued::session)
                .containsExactly(second.session());
    }

    @Test
    void aFullQueueRefusesAndLeavesNothingBehind() {
        scene.start("runs");
        scene.start("waits");
        scene.start("waits, too");
        var before = scene.admissions.read(scene.organization);

        assertProblem(429, "queue_full", () -> scene.start("one too many"));

        assertThat(scene.admissions.read(scene.organization)).isEqualTo(before);
    }

    @Test
    void thoseWhoWaitAreAdmittedInTheOrderTheyCame() {
        var first = scene.start("first");
        var second = scene.start("second");
        var third = scene.start("third");

        scene.stop(first);
        scene.settle(first);
        assertThat(scene.status(second)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.status(third)).isEqualTo(SessionStatus.QUEUED);

        scene.stop(second);
        scene.settle(second);
        assertThat(scene.status(third)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.workflow.started())
                .containsExactly(first.session() + "-1", second.session() + "-1", third.session() + "-1");
    }

    @Test
    void ofManyThatRaceForTheLastSlotExactlyOneStarts() throws Exception {
        var roomy = new SessionScene(DYNAMO_DB, 1, 100);

        var keys = Race.of(6, () -> roomy.start("race"));

        assertThat(keys)
                .filteredOn(key -> roomy.status(key) == SessionStatus.STARTING)
                .hasSize(1);
        assertThat(keys)
                .filteredOn(key -> roomy.status(key) == SessionStatus.QUEUED)
                .hasSize(5);
        assertThat(roomy.admissions.read(roomy.organization).slots()).hasSize(1);
        assertThat(roomy.workflow.started()).hasSize(1);
    }

    @Test
    void whileNobodyIsAdmittedANewSessionWaits() {
        scene.gateOpen = false;
        var key = scene.start("during a shutdown");
        assertThat(scene.status(key)).isEqualTo(SessionStatus.QUEUED);

        scene.gateOpen = true;
        scene.admitNext.admitAll(scene.organization);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void aProfileWithoutReadySnapshotIsNotStartable() {
        var building = scene.profiles.building("other").version().profile().profile();

        var problem = assertProblem(
                409, "profile_not_startable", () -> scene.start(new StartCommand(building, null, null, "task", null)));

        assertThat(problem.extra()).containsEntry("reason", "snapshot_building");
    }

    @Test
    void anUnknownProfileIsNotFound() {
        assertProblem(
                404, "profile_not_found", () -> scene.start(new StartCommand("prf_none", null, null, "task", null)));
    }
}
