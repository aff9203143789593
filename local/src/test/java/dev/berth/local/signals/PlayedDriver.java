package dev.berth.local.signals;

import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A substrate whose sandboxes are on the agenda.
final class PlayedDriver implements SandboxDriver {
    private final Stage stage;
    private final Agenda agenda;
    private final Map<String, PlayedSandbox> sandboxes = new LinkedHashMap<>();

    PlayedDriver(Stage stage, Agenda agenda) {
        this.stage = stage;
        this.agenda = agenda;
    }

    @Override
    public String name() {
        return "played";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Capabilities.Isolation.NONE, false, false, Duration.ofSeconds(20));
    }

    @Override
    public LaunchOutcome launch(Launch launch) {
        sandboxes.computeIfAbsent(launch.sandbox().id(), _ -> {
            var sandbox = new PlayedSandbox(stage, launch);
            agenda.add(sandbox::boot);
            return sandbox;
        });
        return new LaunchOutcome.Launched();
    }

    @Override
    public void stop(SandboxRef ref) {
        var sandbox = sandboxes.get(ref.id());
        if (sandbox != null && sandbox.isStanding()) {
            agenda.add(sandbox::finish);
        } else {
            stage.tellGone(ref, "there is none");
        }
    }

    @Override
    public Observation observe(SandboxRef ref) {
        return standing().stream().anyMatch(sandbox -> sandbox.ref().equals(ref))
                ? new Observation.Standing()
                : new Observation.Gone("there is none");
    }

    @Override
    public List<SandboxRef> list() {
        return standing().stream().map(PlayedSandbox::ref).toList();
    }

    List<PlayedSandbox> standing() {
        return sandboxes.values().stream().filter(PlayedSandbox::isStanding).toList();
    }

    /// A wake-up for one of them.
    boolean wake(String sandbox) {
        var wakened = Optional.ofNullable(sandboxes.get(sandbox)).filter(PlayedSandbox::isStanding);
        wakened.ifPresent(there -> agenda.add(there::wake));
        return wakened.isPresent();
    }

    void clear() {
        sandboxes.clear();
    }
}
