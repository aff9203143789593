package dev.berth.local.bench.live;

import dev.berth.local.bench.Distribution;
import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How long an event takes to a reader that waits for it, and a message to the agent. Sandbox and reader have the same
/// clock here.
record Delivery(Scene scene) implements Measurement {
    private static final String PART = "b: delivery";
    private static final int EVENTS = 100;
    private static final int MESSAGES = 40;
    private static final Pattern AT = Pattern.compile("at=(\\d+)[.,](\\d+)");

    /// Uneven gaps, so that no rhythm of ours hides in them.
    private static final String TALK =
            "for n in $(seq %d); do echo at=$EPOCHREALTIME; sleep 0.$((11 + RANDOM %% 20)); done".formatted(EVENTS);

    @Override
    public String title() {
        return "Waiting for %d events and sending %d messages".formatted(EVENTS, MESSAGES);
    }

    @Override
    public List<Figure> take() {
        LiveSession session = scene.start("echo ready");
        session.untilTurnEnded();
        Distribution events = events(session);
        Distribution messages = messages(session);
        session.stop();
        session.untilEnded();
        return Stream.concat(events.figures(PART, "event to reader"), messages.figures(PART, "message to agent"))
                .map(figure -> figure.name().endsWith("p95") ? figure.aiming("≤ 100 ms") : figure)
                .toList();
    }

    private static Distribution events(LiveSession session) {
        List<Duration> all = new ArrayList<>();
        session.send(TALK);
        session.until(event -> {
            Instant now = Instant.now();
            times(event).forEach(at -> all.add(Duration.between(at, now)));
            return LiveSession.isType(event, "turn.ended");
        });
        return new Distribution(all);
    }

    private static Distribution messages(LiveSession session) {
        List<Duration> all = new ArrayList<>();
        for (int message = 0; message < MESSAGES; message++) {
            Instant sent = Instant.now();
            session.send("echo at=$EPOCHREALTIME");
            session.until(event -> {
                times(event).forEach(at -> all.add(Duration.between(sent, at)));
                return LiveSession.isType(event, "turn.ended");
            });
        }
        return new Distribution(all);
    }

    private static Stream<Instant> times(JsonNode event) {
        return AT.matcher(LiveSession.output(event)).results().map(found -> at(found.group(1), found.group(2)));
    }

    private static Instant at(String seconds, String micros) {
        return Instant.ofEpochSecond(Long.parseLong(seconds), Long.parseLong(micros) * 1_000);
    }
}
