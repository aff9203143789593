package dev.berth.local.process;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;

/// A build cannot go on.
final class BuildFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    BuildFailed(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    static BuildFailed byCaller(String code, String detail, String remedy) {
        return new BuildFailed(new Failure(code, detail, remedy, MustAct.CALLER));
    }

    static BuildFailed byOperator(String code, String detail, String remedy) {
        return new BuildFailed(new Failure(code, detail, remedy, MustAct.OPERATOR));
    }

    Failure failure() {
        return failure;
    }
}
