package dev.berth.function;

/// Called by a schedule: repairs what was left half done.
public final class SweepLambda extends LambdaEntry {
    public SweepLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private SweepLambda(ControlPlane controlPlane) {
        super(new SweepFunction(controlPlane::sweep), Rehearsal.NONE);
    }
}
