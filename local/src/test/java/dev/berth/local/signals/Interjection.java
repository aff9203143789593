package dev.berth.local.signals;

import dev.berth.protocol.Activity;
import dev.berth.session.Session;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A signal that may come at any moment of a session's life.
enum Interjection {
    READY(stage -> standing(stage, PlayedSandbox::ready), stage -> stands(stage, PlayedSandbox::canReport)),
    GONE(stage -> standing(stage, sandbox -> sandbox.end("killed")), stage -> stands(stage, _ -> true)),
    STOP(stage -> stage.sessionCall("POST /v1/sessions/{session}/stop", null).expect(200, 202), _ -> true),
    IDLE(Interjection::idle, stage -> stands(stage, PlayedSandbox::canBeIdle)),
    MESSAGE(
            stage -> stage.sessionCall("POST /v1/sessions/{session}/messages", Map.of("text", "more", "mode", "queue"))
                    .expect(202),
            _ -> true),
    RESUME(
            stage -> stage.sessionCall("POST /v1/sessions/{session}/resume", null)
                    .expect(200, 202),
            _ -> true),
    DELETE(stage -> stage.sessionCall("DELETE /v1/sessions/{session}", null).expect(204), _ -> true);

    private static final Duration IDLE_TIME = Duration.ofSeconds(61);

    private final Consumer<Stage> effect;
    private final Predicate<Stage> possible;

    Interjection(Consumer<Stage> effect, Predicate<Stage> possible) {
        this.effect = effect;
        this.possible = possible;
    }

    /// Whether there is somebody that it could come from or be for.
    boolean isPossible(Stage stage) {
        return stage.session().filter(session -> !session.isDeleted()).isPresent() && possible.test(stage);
    }

    void interject(Stage stage) {
        effect.accept(stage);
    }

    /// Whether the session is to be at work in the end, given how it was when the signal came; a client asked it to
    /// stop after or before that.
    boolean revives(Session then) {
        return switch (this) {
            case MESSAGE, RESUME ->
                switch (then.status()) {
                    case STOPPING, STOPPED, FAILED -> true;
                    case QUEUED, STARTING, RUNNING -> false;
                };
            case READY, GONE, STOP, IDLE, DELETE -> false;
        };
    }

    /// The clock is put on by less than any time-out.
    private static void idle(Stage stage) {
        stage.advance(IDLE_TIME);
        standing(stage, sandbox -> sandbox.hear(new Activity(IDLE_TIME.toMillis())));
    }

    private static boolean stands(Stage stage, Predicate<PlayedSandbox> so) {
        return stage.driver().standing().stream().anyMatch(so);
    }

    private static void standing(Stage stage, Consumer<PlayedSandbox> effect) {
        stage.driver().standing().forEach(effect);
    }
}
