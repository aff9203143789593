package dev.berth.local.bench.paper;

import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A substrate that launches nothing: whoever takes the launch plays the sandbox.
final class PaperSandboxes implements SandboxDriver {
    static final String NAME = "paper";
    private static final int LAUNCHED_WITHIN_SECONDS = 20;

    private final BlockingQueue<Launch> launches = new LinkedBlockingQueue<>();
    private final BlockingQueue<SandboxRef> stops = new LinkedBlockingQueue<>();
    private final SandboxObserver observer;

    PaperSandboxes(SandboxObserver observer) {
        this.observer = observer;
    }

    Launch awaitLaunch() {
        return take(launches);
    }

    /// Ends the sandbox that was asked to stop.
    void endStopped() {
        observer.gone(take(stops), new Observation.Gone("It stopped"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Capabilities.Isolation.CONTAINER, false, true, Duration.ofSeconds(20));
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        launches.add(launch);
        return new LaunchOutcome.Launched();
    }

    @Override
    public void stop(SandboxRef sandbox) {
        stops.add(sandbox);
    }

    @Override
    public Observation observe(SandboxRef sandbox) {
        return new Observation.Standing();
    }

    @Override
    public List<SandboxRef> list() {
        return List.of();
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(LAUNCHED_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (taken == null) {
                throw new IllegalStateException("The workflow did not ask the substrate for anything");
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the workflow", e);
        }
    }
}
