package dev.berth.function;

/// Called by `session.asl.json`.
public final class StepLambda extends LambdaEntry {
    public StepLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), true)));
    }

    private StepLambda(ControlPlane controlPlane) {
        super(controlPlane.step(), Rehearsals.ofStep(controlPlane));
    }
}
