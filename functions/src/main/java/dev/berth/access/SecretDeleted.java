package dev.berth.access;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;

/// Somebody deleted a secret by hand. For some days it is still there and takes no call but its restoring.
public final class SecretDeleted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /// @param secret its whole name
    /// @param restore the command that brings it back
    public SecretDeleted(String secret, String restore, Throwable cause) {
        this(
                new Failure(
                        "secret_deleted",
                        "The secret %s cannot be used: somebody deleted it.".formatted(secret),
                        "Restore it with: %s; then resume the session.".formatted(restore),
                        MustAct.OPERATOR),
                cause);
    }

    private SecretDeleted(Failure failure, Throwable cause) {
        super(failure.detail() + " " + failure.remedy(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
