package dev.berth.sandbox;

import dev.berth.snapshot.Artifact;

/// Everything a substrate needs to start a sandbox: small, public, and a pure function of the sandbox.
///
/// @param bootstrapToken good for one exchange; nothing else here is secret
/// @param controlPlaneUrl where the sandbox finds `/sandbox/v1`
public record Launch(
        SandboxRef sandbox, Artifact artifact, Resources resources, String bootstrapToken, String controlPlaneUrl) {

    /// @param cpu virtual CPUs
    public record Resources(double cpu, int memoryMiB, int diskGiB) {}
}
