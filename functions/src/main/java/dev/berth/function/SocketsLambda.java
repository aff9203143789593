package dev.berth.function;

/// Behind the WebSocket API.
public final class SocketsLambda extends LambdaEntry {
    public SocketsLambda() {
        this(AwsControlPlane.of(Environment.read(System.getenv(), false)));
    }

    private SocketsLambda(ControlPlane controlPlane) {
        super(controlPlane.sockets(), Rehearsals.ofSockets(controlPlane));
    }
}
