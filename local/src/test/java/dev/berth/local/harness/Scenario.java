package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a client does with a control plane, from a new profile to two sessions that ran and ended, and what must hold
/// however often the control plane dies on the way.
final class Scenario {
    private static final int LINES = 30;
    private static final String NUMBERED_LINES =
            "for n in $(seq 1 " + LINES + "); do echo line $n; sleep 0.01; done; echo changed >> notes.txt";
    private static final String UNTIL_INTERRUPTED = "echo line 1; while true; do sleep 0.05; done";
    private static final Duration GONE_WITHIN = Duration.ofSeconds(60);

    private final ControlPlaneChild controlPlane;
    private final Client client;
    private final String repositoryUrl;

    Scenario(ControlPlaneChild controlPlane, String repositoryUrl) {
        this.controlPlane = controlPlane;
        this.client = new Client(controlPlane.url(), controlPlane);
        this.repositoryUrl = repositoryUrl;
    }

    void play() throws IOException, InterruptedException {
        client.call("PATCH", "/v1/organization", Map.of("limits", Map.of("concurrentSessions", 1)), Map.of())
                .expect(200);
        var profile = Profile.published(client, Objects.requireNonNull(controlPlane.data().getParent()), repositoryUrl);
        assertThat(profile.setupRuns())
                .isLessThanOrEqualTo(1 + controlPlane.trace().killed().size());
        var setupRuns = profile.setupRuns();
        workedWith(profile);
        shutDown(profile);
        assertThat(profile.setupRuns()).as("sessions do not run setup").isEqualTo(setupRuns);
        assertNothingIsLeft();
    }

    /// Runs, is interrupted, is stopped, resumes with a message, is deleted.
    private void workedWith(Profile profile) {
        var session = start(profile, NUMBERED_LINES, false);
        var transcript = new Transcript(client, session);
        var first = awaitMessages(transcript, 1).getFirst();
        transcript.await("the first turn ended", told -> !told.outcomesOf(first).isEmpty());
        var second = send(session, UNTIL_INTERRUPTED);
        transcript.await("the second turn prints", told -> told.outputOf(second).contains("line 1"));
        steer(session, "interrupt");
        transcript.await(
                "the second turn ended", told -> !told.outcomesOf(second).isEmpty());
        assertThat(client.get("/v1/sessions/" + session + "/diff").expect(200).status())
                .isEqualTo(200);
        steer(session, "stop");
        transcript.await("it stopped", told -> told.lastStatus().equals("stopped"));
        var third = send(session, NUMBERED_LINES);
        transcript.await("the third turn ended", told -> !told.outcomesOf(third).isEmpty());
        transcript.check();
        transcript.checkLines(first, LINES);
        transcript.checkLines(third, LINES);
        assertThat(List.of(transcript.outcomesOf(first), transcript.outcomesOf(second), transcript.outcomesOf(third)))
                .as("the sandbox outlives the control plane: %s", transcript)
                .isEqualTo(List.of(List.of("completed"), List.of("interrupted"), List.of("completed")));
        assertThat(awaitMessages(transcript, 3)).containsExactly(first, second, third);
        client.call("DELETE", "/v1/sessions/" + session, null, Map.of()).expect(204, 404);
    }

    /// Takes the one slot there is, is ended in the middle of a turn by a shutdown, goes on when there is a control
    /// plane again.
    private void shutDown(Profile profile) throws InterruptedException {
        var session = start(profile, UNTIL_INTERRUPTED, true);
        var transcript = new Transcript(client, session);
        var first = awaitMessages(transcript, 1).getFirst();
        transcript.await("its turn prints", told -> told.outputOf(first).contains("line 1"));
        controlPlane.stop();
        steer(session, "stop");
        transcript.await("it stopped", told -> told.lastStatus().equals("stopped"));
        assertThat(transcript.outcomesOf(first)).as(transcript.toString()).isNotEqualTo(List.of("completed"));
        var second = send(session, NUMBERED_LINES);
        transcript.await(
                "it stops when it is done",
                told -> told.outcomesOf(second).size() == 1 && told.lastStatus().equals("stopped"));
        transcript.check();
        transcript.checkLines(second, LINES);
        assertThat(transcript.outcomesOf(second)).as(transcript.toString()).containsExactly("completed");
    }

    private void assertNothingIsLeft() throws InterruptedException {
        controlPlane.stop();
        await().atMost(GONE_WITHIN).untilAsserted(() -> assertThat(LivingProcesses.of(controlPlane.data()))
                .extracting(LivingProcesses::commandLine)
                .isEmpty());
    }

    private String start(Profile profile, String task, boolean stopWhenDone) {
        return client.post("/v1/sessions", Map.of("profile", profile.id(), "task", task, "stopWhenDone", stopWhenDone))
                .expect(202)
                .text("id");
    }

    private String send(String session, String text) {
        return client.post("/v1/sessions/" + session + "/messages", Map.of("text", text, "mode", "queue"))
                .expect(202)
                .text("id");
    }

    private void steer(String session, String how) {
        client.call("POST", "/v1/sessions/" + session + "/" + how, null, Map.of())
                .expect(200, 202);
    }

    private static List<String> awaitMessages(Transcript transcript, int count) {
        transcript.await(
                count + " messages are told of",
                told -> told.of("message.received").count() >= count);
        return transcript
                .of("message.received")
                .map(event -> event.path("data").path("message").asString())
                .toList();
    }
}
