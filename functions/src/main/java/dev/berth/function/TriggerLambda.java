package dev.berth.function;

/// Called by rules for what others ask for on the bus.
public final class TriggerLambda extends LambdaEntry {
    public TriggerLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private TriggerLambda(ControlPlane controlPlane) {
        super(controlPlane.trigger(), Rehearsal.NONE);
    }
}
