package dev.berth.sandbox;

/// Turns a sandbox's record into its launch: always the same for the same sandbox.
///
/// @param controlPlaneUrl where sandboxes find `/sandbox/v1`
public record LaunchPlan(SandboxTokens tokens, String controlPlaneUrl) {
    public Launch of(Sandbox sandbox) {
        var resources = sandbox.content().resources();
        return new Launch(
                sandbox.ref(),
                sandbox.artifact(),
                new Launch.Resources(resources.cpu(), resources.memoryMiB(), resources.diskGiB()),
                tokens.bootstrapToken(sandbox.id()),
                controlPlaneUrl);
    }
}
