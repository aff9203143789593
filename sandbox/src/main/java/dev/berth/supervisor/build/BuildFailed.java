package dev.berth.supervisor.build;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;

/// A build cannot go on.
public final class BuildFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public BuildFailed(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public static BuildFailed byCaller(String code, String detail, String remedy) {
        return new BuildFailed(new Failure(code, detail, remedy, MustAct.CALLER));
    }

    public static BuildFailed byOperator(String code, String detail, String remedy) {
        return new BuildFailed(new Failure(code, detail, remedy, MustAct.OPERATOR));
    }

    public Failure failure() {
        return failure;
    }
}
