package dev.berth.sandbox;

/// Told by a substrate when a sandbox has gone: on AWS by ECS task state events, on one machine by the driver.
@FunctionalInterface
public interface SandboxObserver {
    void gone(SandboxRef sandbox, Observation.Gone gone);
}
