package dev.berth.local.workflow;

import tools.jackson.databind.JsonNode;

/// Where an execution goes within one signal: on to a state, or to rest until the next signal.
sealed interface Move {
    record To(Execution execution, String state, JsonNode input) implements Move {}

    record Rest(Step step) implements Move {
        static Rest at(Execution execution) {
            return new Rest(Step.to(execution));
        }

        static Rest failed(Execution execution, StateFailure failure) {
            return at(execution.with(new Standing.Failed(failure.error(), failure.cause())));
        }
    }
}
