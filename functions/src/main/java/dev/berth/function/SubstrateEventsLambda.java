package dev.berth.function;

/// Called by rules for what ends in the account: tasks, builds, executions.
public final class SubstrateEventsLambda extends LambdaEntry {
    public SubstrateEventsLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private SubstrateEventsLambda(ControlPlane controlPlane) {
        super(controlPlane.substrateEvents(), Rehearsal.NONE);
    }
}
