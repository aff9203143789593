package dev.berth.function;

/// Behind the HTTP API: every operation of clients.
public final class ApiLambda extends LambdaEntry {
    public ApiLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private ApiLambda(ControlPlane controlPlane) {
        super(controlPlane.api(), Rehearsals.ofApi(controlPlane));
    }
}
