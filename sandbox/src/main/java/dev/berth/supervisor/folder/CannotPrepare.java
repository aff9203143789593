package dev.berth.supervisor.folder;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;

/// The sandbox cannot be made ready, or cannot go on: the control plane is told the [Failure], then it exits.
public final class CannotPrepare extends Exception {
    private final transient Failure failure;

    public CannotPrepare(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public static CannotPrepare byCaller(String code, String detail, String remedy) {
        return new CannotPrepare(new Failure(code, detail, remedy, MustAct.CALLER));
    }

    public static CannotPrepare byOperator(String code, String detail, String remedy) {
        return new CannotPrepare(new Failure(code, detail, remedy, MustAct.OPERATOR));
    }

    public Failure failure() {
        return failure;
    }
}
