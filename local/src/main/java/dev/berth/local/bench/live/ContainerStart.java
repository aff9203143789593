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

/// From `POST /v1/sessions` to the agent's first output at a reader, beside a bare `docker run` of the same image doing
/// the same first command.
record ContainerStart(Scene scene, DockerCommand docker) implements Measurement {
    private static final String PART = "g: container start";
    private static final int SESSIONS = 9;

    @Override
    public String title() {
        return "Starting sessions in containers, and containers without sessions";
    }

    @Override
    public List<Figure> take() {
        List<Duration> starts = new ArrayList<>();
        List<Duration> bare = new ArrayList<>();
        Map<String, List<Duration>> phases = new LinkedHashMap<>();
        SessionStart sessions = new SessionStart(scene);
        double first = sessions.startOnce(new LinkedHashMap<>()).toNanos() / 1e6;
        String image = docker.snapshot();
        for (int session = 0; session < SESSIONS; session++) {
            bare.add(docker.untilFirstLine(
                    "run", "--rm", "--network", "berth", "--entrypoint", "bash", image, "-c", SessionStart.TASK));
            starts.add(sessions.startOnce(phases));
        }
        return figures(first, new Distribution(starts), new Distribution(bare), phases);
    }

    private static List<Figure> figures(
            double first, Distribution starts, Distribution bare, Map<String, List<Duration>> phases) {
        Stream<Figure> whole = Stream.of(
                Figure.of(PART, "first session of a control plane", first, "ms"),
                Figure.of(PART, "session, p50", starts.millis(50), "ms"),
                Figure.of(PART, "session, p95", starts.millis(95), "ms"),
                Figure.of(PART, "docker run, p50", bare.millis(50), "ms"),
                Figure.of(PART, "session / docker run", starts.millis(50) / bare.millis(50), "times")
                        .aiming("≤ 1.5"));
        return Stream.concat(whole, SessionStart.phaseFigures(PART, phases)).toList();
    }
}
