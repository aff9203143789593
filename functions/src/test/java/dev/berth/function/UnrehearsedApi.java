package dev.berth.function;

/// [ApiLambda] without its start-up work, to see what that is worth.
public final class UnrehearsedApi extends LambdaEntry {
    public UnrehearsedApi() {
        super(AwsControlPlane.of(Environment.read(System.getenv(), false)).api(), Rehearsal.NONE);
    }
}
