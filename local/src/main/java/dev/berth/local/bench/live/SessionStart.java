package dev.berth.local.bench.live;

import dev.berth.local.bench.Distribution;
import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// From `POST /v1/sessions` to the agent's first output at a reader, beside the same by hand.
record SessionStart(Scene scene) implements Measurement {
    private static final String PART = "a: session start";
    private static final int SESSIONS = 9;
    private static final String MARK = "first output";
    static final String TASK = "echo " + MARK;

    @Override
    public String title() {
        return "Starting sessions, and doing the same by hand";
    }

    @Override
    public List<Figure> take() {
        List<Duration> starts = new ArrayList<>();
        List<Duration> byHand = new ArrayList<>();
        Map<String, List<Duration>> phases = new LinkedHashMap<>();
        double first = startOnce(new LinkedHashMap<>()).toNanos() / 1e6;
        for (int session = 0; session < SESSIONS; session++) {
            byHand.add(ByHand.start(scene, MARK));
            starts.add(startOnce(phases));
        }
        return figures(first, new Distribution(starts), new Distribution(byHand), phases);
    }

    private List<Figure> figures(
            double first, Distribution starts, Distribution byHand, Map<String, List<Duration>> phases) {
        Stream<Figure> whole = Stream.of(
                Figure.of(PART, "control plane up", scene.upTime().toMillis(), "ms"),
                Figure.of(PART, "first session of a control plane", first, "ms"),
                Figure.of(PART, "session, p50", starts.millis(50), "ms"),
                Figure.of(PART, "session, p95", starts.millis(95), "ms"),
                Figure.of(PART, "by hand, p50", byHand.millis(50), "ms"),
                Figure.of(PART, "session / by hand", starts.millis(50) / byHand.millis(50), "times"));
        return Stream.concat(whole, phaseFigures(PART, phases)).toList();
    }

    static Stream<Figure> phaseFigures(String part, Map<String, List<Duration>> phases) {
        return phases.entrySet().stream()
                .map(phase -> Figure.of(
                        part,
                        "phase %s, p50".formatted(phase.getKey()),
                        new Distribution(phase.getValue()).millis(50),
                        "ms"));
    }

    Duration startOnce(Map<String, List<Duration>> phases) {
        LiveSession session = scene.start(TASK);
        session.until(event -> note(event, phases) || LiveSession.output(event).contains(MARK));
        Duration took = session.age();
        session.stop();
        session.untilEnded();
        return took;
    }

    private static boolean note(JsonNode event, Map<String, List<Duration>> phases) {
        if (LiveSession.isType(event, "sandbox.phase")) {
            JsonNode data = event.path("data");
            phases.computeIfAbsent(data.path("phase").asString(), phase -> new ArrayList<>())
                    .add(Duration.ofMillis(data.path("durationMillis").asLong()));
        }
        return false;
    }
}
