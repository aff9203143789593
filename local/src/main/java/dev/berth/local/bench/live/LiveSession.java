package dev.berth.local.bench.live;

import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.EventPage;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.SessionRequest;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.rehearsal.ScratchProfile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A session that is read from its beginning, each event once.
final class LiveSession {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Sessions sessions;
    private final String id;
    private final long beganNanos;
    private long seen;

    private LiveSession(Sessions sessions, String id, long beganNanos) {
        this.sessions = sessions;
        this.id = id;
        this.beganNanos = beganNanos;
    }

    static LiveSession start(BerthApi api, ScratchProfile profile, String task) {
        return start(api, profile.id(), ScratchProfile.REPOSITORY, task);
    }

    /// @param repository absent in a profile without one
    static LiveSession start(BerthApi api, String profile, @Nullable String repository, String task) {
        Sessions sessions = new Sessions(api);
        long began = System.nanoTime();
        SessionRequest request = new SessionRequest(profile, null, repository, task, null);
        return new LiveSession(
                sessions, sessions.start(request).as(Session.class).id(), began);
    }

    String id() {
        return id;
    }

    /// Since before it was asked for.
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    void send(String text) {
        sessions.send(id, text, "queue");
    }

    void stop() {
        sessions.stop(id);
    }

    void resume() {
        sessions.resume(id, false);
    }

    Optional<Session.Archive> kept() {
        return Optional.ofNullable(sessions.get(id).archive());
    }

    /// Reads on until an event is as asked for.
    JsonNode until(Predicate<JsonNode> wanted) {
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < limit) {
            EventPage page = sessions.events(id, seen, WAIT);
            for (JsonNode event : page.items()) {
                seen = event.path("seq").asLong();
                if (wanted.test(event)) {
                    return event;
                }
            }
        }
        throw new IllegalStateException("The session %s did not get on within %s".formatted(id, LONGEST));
    }

    void untilTurnEnded() {
        until(event -> isType(event, "turn.ended"));
    }

    /// @return its last status
    String untilEnded() {
        return until(LiveSession::isEnd).path("data").path("status").asString();
    }

    static boolean isType(JsonNode event, String type) {
        return event.path("type").asString().equals(type);
    }

    /// What the agent printed, or nothing.
    static String output(JsonNode event) {
        return isType(event, "command.output") ? event.path("data").path("text").asString() : "";
    }

    private static boolean isEnd(JsonNode event) {
        String status = event.path("data").path("status").asString("");
        return isType(event, "session.status") && (status.equals("stopped") || status.equals("failed"));
    }
}
