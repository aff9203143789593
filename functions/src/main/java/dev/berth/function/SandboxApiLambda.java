package dev.berth.function;

/// Behind a function URL: every operation of sandboxes.
public final class SandboxApiLambda extends LambdaEntry {
    public SandboxApiLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private SandboxApiLambda(ControlPlane controlPlane) {
        super(controlPlane.sandboxApi(), Rehearsals.ofSandboxApi(controlPlane));
    }
}
