package dev.berth.local.cli.api;

import dev.berth.local.cli.CommandFailure;
import java.util.stream.Collectors;

/// The control plane answered with an error.
public final class Refused extends CommandFailure {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    Refused(int status, Problem problem) {
        super(text(problem), problem.remedy() == null ? "" : problem.remedy());
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    private static String text(Problem problem) {
        String faults = problem.faults().stream()
                .map(fault -> "\n  %s: %s"
                        .formatted(
                                fault.pointer() == null || fault.pointer().isEmpty() ? "/" : fault.pointer(),
                                fault.detail() == null ? "is refused" : fault.detail()))
                .collect(Collectors.joining());
        return problem.what() + faults;
    }
}
