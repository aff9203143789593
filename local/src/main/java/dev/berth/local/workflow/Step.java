package dev.berth.local.workflow;

import java.util.Optional;

/// What a signal leads to: the execution to store, then the function to call.
public record Step(Execution execution, Optional<Invocation> call) {
    static Step to(Execution execution) {
        return new Step(execution, Optional.empty());
    }
}
