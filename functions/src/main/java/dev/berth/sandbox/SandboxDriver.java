package dev.berth.sandbox;

import java.util.List;

/// Launches, stops and observes sandboxes on some substrate. An adapter reports what is; the application judges.
public interface SandboxDriver {
    /// Which substrate this is; the `driver` of the artifacts it can start.
    String name();

    /// What the substrate can do. Rules ask for a capability, never for a driver's name.
    Capabilities capabilities();

    /// Starts a sandbox, or finds the one that an earlier call with the same sandbox id started: however often it is
    /// called, there is one. The same id always comes with the same launch.
    ///
    /// @throws RuntimeException when the outcome is not known; the call is to be repeated
    LaunchOutcome launch(Launch launch);

    /// Asks a sandbox to finish and, after the grace time, ends it with everything it started. Returns at once;
    /// [Observation.Gone] tells when nothing of it is left. A sandbox that does not exist is gone.
    void stop(SandboxRef sandbox);

    /// What is known of a sandbox now.
    Observation observe(SandboxRef sandbox);

    /// Every sandbox that stands on the substrate, whoever launched it.
    List<SandboxRef> list();
}
