package dev.berth.local.conformance;

import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A driver whose sandboxes of some profiles are played by the test: it is given their launches. All others are real.
final class PlayedSandboxes implements SandboxDriver {
    private final SandboxDriver real;
    private final Set<String> played = ConcurrentHashMap.newKeySet();
    private final Map<SandboxRef, Launch> standing = new ConcurrentHashMap<>();

    PlayedSandboxes(SandboxDriver real) {
        this.real = real;
    }

    /// From now on no sandbox is launched from this artifact.
    void play(String artifactRef) {
        played.add(artifactRef);
    }

    Optional<Launch> launched(String session) {
        return standing.values().stream()
                .filter(launch -> launch.sandbox().session().session().equals(session))
                .findFirst();
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        if (!played.contains(launch.artifact().ref())) {
            return real.launch(launch);
        }
        standing.put(launch.sandbox(), launch);
        return new LaunchOutcome.Launched();
    }

    @Override
    public void stop(SandboxRef sandbox) {
        if (standing.remove(sandbox) == null) {
            real.stop(sandbox);
        }
    }

    @Override
    public Observation observe(SandboxRef sandbox) {
        return standing.containsKey(sandbox) ? new Observation.Standing() : real.observe(sandbox);
    }

    @Override
    public List<SandboxRef> list() {
        return Stream.concat(standing.keySet().stream(), real.list().stream()).toList();
    }
}
