package dev.berth.local.bench.live;

import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Many sessions at once: whether each finishes, and what the control plane grows by.
record Crowd(Scene scene, String part) implements Measurement {
    private static final int SESSIONS = 20;

    @Override
    public String title() {
        return "Running %d sessions at once".formatted(SESSIONS);
    }

    @Override
    public List<Figure> take() {
        scene.allowSessions(SESSIONS);
        ControlPlaneMemory memory = new ControlPlaneMemory(scene.controlPlane().pid());
        ControlPlaneMemory.Reading before = memory.read();
        long began = System.nanoTime();
        List<LiveSession> sessions = IntStream.range(0, SESSIONS)
                .mapToObj(number -> scene.start("echo ready"))
                .toList();
        atOnce(sessions, Crowd::untilWorked);
        double ready = (System.nanoTime() - began) / 1e9;
        ControlPlaneMemory.Reading running = memory.read();
        long finished = atOnce(sessions, Crowd::untilEnded).stream()
                .filter("stopped"::equals)
                .count();
        double all = (System.nanoTime() - began) / 1e9;
        return List.of(
                Figure.of(part, "finished", finished, "sessions").aiming("20"),
                Figure.of(part, "until each has worked", ready, "s"),
                Figure.of(part, "until each has stopped", all, "s"),
                Figure.of(part, "control plane resident, all running", running.residentMiB(), "MiB"),
                Figure.of(
                        part,
                        "resident growth a session",
                        (running.residentMiB() - before.residentMiB()) / SESSIONS,
                        "MiB"),
                Figure.of(
                        part,
                        "live heap a session",
                        (running.liveHeapMiB() - before.liveHeapMiB()) * 1024 / SESSIONS,
                        "KiB"));
    }

    private static String untilWorked(LiveSession session) {
        session.untilTurnEnded();
        return session.id();
    }

    private static String untilEnded(LiveSession session) {
        session.stop();
        return session.untilEnded();
    }

    private static List<String> atOnce(List<LiveSession> sessions, Function<LiveSession, String> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all = sessions.stream()
                    .<Callable<String>>map(session -> () -> work.apply(session))
                    .toList();
            return threads.invokeAll(all).stream().map(Crowd::outcome).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among many sessions", e);
        }
    }

    /// One session that fails is a figure, not the end of the bench.
    private static String outcome(Future<String> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
