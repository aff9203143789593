package dev.berth.sandbox;

import dev.berth.sandbox.Capabilities.Isolation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/// A substrate in memory: a sandbox stands from its launch until it is ended. What is asked to stop ends at once,
/// unless the test lets it linger.
public final class FakeSandboxDriver implements SandboxDriver {
    private final List<Launch> launches = new ArrayList<>();
    private final List<SandboxRef> stopped = new ArrayList<>();
    private final Map<String, SandboxRef> standing = new LinkedHashMap<>();
    private final Queue<Supplier<LaunchOutcome>> outcomes = new ArrayDeque<>();
    private boolean lingering;

    /// The next launch comes to this; afterwards launches succeed again.
    public synchronized void next(Supplier<LaunchOutcome> outcome) {
        outcomes.add(outcome);
    }

    /// The next launch fails without a known outcome.
    public void failNext() {
        next(() -> {
            throw new IllegalStateException("the substrate did not answer");
        });
    }

    /// Something happens while the next launch, which succeeds, is under way.
    public void duringNext(Runnable event) {
        next(() -> {
            event.run();
            return new LaunchOutcome.Launched();
        });
    }

    /// Whoever is asked to stop takes its time from now on.
    public synchronized void linger() {
        lingering = true;
    }

    /// It ends by itself; nobody is told.
    public synchronized void end(SandboxRef sandbox) {
        standing.remove(sandbox.id());
    }

    /// Every launch that was asked for, repeated ones too.
    public synchronized List<Launch> launches() {
        return List.copyOf(launches);
    }

    public synchronized List<SandboxRef> stopped() {
        return List.copyOf(stopped);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Isolation.NONE, false, false, Duration.ZERO);
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        var outcome = noted(launch).get();
        if (outcome instanceof LaunchOutcome.Launched) {
            stand(launch.sandbox());
        }
        return outcome;
    }

    private synchronized Supplier<LaunchOutcome> noted(Launch launch) {
        launches.add(launch);
        var outcome = outcomes.poll();
        return outcome == null ? LaunchOutcome.Launched::new : outcome;
    }

    private synchronized void stand(SandboxRef sandbox) {
        standing.put(sandbox.id(), sandbox);
    }

    @Override
    public synchronized void stop(SandboxRef sandbox) {
        stopped.add(sandbox);
        if (!lingering) {
            standing.remove(sandbox.id());
        }
    }

    @Override
    public synchronized Observation observe(SandboxRef sandbox) {
        return standing.containsKey(sandbox.id())
                ? new Observation.Standing()
                : new Observation.Gone("nothing of it is left");
    }

    @Override
    public synchronized List<SandboxRef> list() {
        return List.copyOf(standing.values());
    }
}
