package dev.berth.local.bench.live;

import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import java.util.List;

/// What the engine says that a sandbox with an idle shell uses.
record ContainerMemory(Scene scene, DockerCommand docker) implements Measurement {
    private static final String PART = "i: container";

    @Override
    public String title() {
        return "Looking at an idle container";
    }

    @Override
    public List<Figure> take() {
        LiveSession session = scene.start("echo ready");
        session.untilTurnEnded();
        String used = docker.lines("stats", "--no-stream", "--format", "{{.MemUsage}}", docker.container(session.id()))
                .getFirst();
        session.stop();
        session.untilEnded();
        return List.of(Figure.of(PART, "memory, idle", mebibytes(used.split(" ")[0]), "MiB"));
    }

    private static double mebibytes(String text) {
        double number = Double.parseDouble(text.replaceAll("[^0-9.]", ""));
        return text.endsWith("GiB") ? number * 1024 : text.endsWith("KiB") ? number / 1024 : number;
    }
}
