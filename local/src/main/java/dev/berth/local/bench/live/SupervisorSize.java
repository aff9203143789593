package dev.berth.local.bench.live;

import dev.berth.event.Json;
import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A supervisor's memory and processor time, with nothing to do and with an agent that prints 10 MB/s.
record SupervisorSize(Scene scene) implements Measurement {
    private static final String PART = "e: supervisor";
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int MEGABYTES = 60;
    private static final long LOOK_MILLIS = 200;

    /// Paced by the clock, not by pauses, so that the rate is what it says.
    private static final String TALK = """
            began=${EPOCHREALTIME/[.,]/}
            for n in $(seq %d); do
              head -c 1000000 /dev/zero | tr '\\0' x | fold -w 99
              ahead=$((began + n * 100000 - ${EPOCHREALTIME/[.,]/}))
              [ $ahead -gt 0 ] && sleep 0.$(printf %%06d $ahead)
            done
            echo""".formatted(MEGABYTES);

    @Override
    public String title() {
        return "Looking at an idle and at a busy supervisor";
    }

    @Override
    public List<Figure> take() {
        if (!ProcessFigures.areKnown()) {
            return List.of();
        }
        LiveSession session = scene.start("echo ready");
        session.untilTurnEnded();
        ProcessFigures supervisor = new ProcessFigures(supervisorOf(session));
        List<Figure> figures =
                Stream.concat(idle(supervisor), busy(session, supervisor)).toList();
        session.stop();
        session.untilEnded();
        return figures;
    }

    private static Stream<Figure> idle(ProcessFigures supervisor) {
        pause(IDLE.toMillis() / 4);
        Duration before = supervisor.processorTime();
        pause(IDLE.toMillis());
        Duration used = supervisor.processorTime().minus(before);
        double percent = 100.0 * used.toNanos() / IDLE.toNanos();
        return Stream.of(
                Figure.of(PART, "resident, idle", supervisor.residentMiB(), "MiB")
                        .aiming("≤ 100 MB"),
                Figure.of(PART, "processor, idle", percent, "%").aiming("< 0.5 %"));
    }

    private static Stream<Figure> busy(LiveSession session, ProcessFigures supervisor) {
        Duration before = supervisor.processorTime();
        long began = System.nanoTime();
        session.send(TALK);
        Thread reader = Thread.ofVirtual().start(session::untilTurnEnded);
        double most = 0;
        while (reader.isAlive()) {
            most = Math.max(most, supervisor.residentMiB());
            pause(LOOK_MILLIS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = supervisor.processorTime().minus(before).toNanos() / 1e9;
        return Stream.of(
                Figure.of(PART, "resident at most, printing", most, "MiB").aiming("≤ 100 MB"),
                Figure.of(PART, "rate of printing", MEGABYTES / seconds, "MB/s").aiming("10 MB/s"),
                Figure.of(PART, "processor, printing", 100 * used / seconds, "%"));
    }

    private long supervisorOf(LiveSession session) {
        try (Stream<Path> sandboxes = Files.list(scene.data().resolve("sandboxes"))) {
            Path folder = sandboxes
                    .filter(sandbox -> mentions(sandbox.resolve("sandbox.json"), session.id()))
                    .findFirst()
                    .orElseThrow();
            return Json.MAPPER
                    .readTree(Files.readString(folder.resolve("supervisor.pid")))
                    .path("pid")
                    .asLong();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find the supervisor of " + session.id(), e);
        }
    }

    private static boolean mentions(Path file, String session) {
        try {
            return Files.readString(file).contains(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at a supervisor", e);
        }
    }
}
