package dev.berth.function;

/// Invoked by people with AWS permissions: makes the first administrator's key.
public final class AdminLambda extends LambdaEntry {
    public AdminLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private AdminLambda(ControlPlane controlPlane) {
        super(controlPlane.admin(), Rehearsal.NONE);
    }
}
