package dev.berth.local.workflow;

import dev.berth.local.workflow.definition.ErrorNames;
import dev.berth.local.workflow.definition.QueryEvaluationException;

/// Why a state could not go on; what retriers and catchers are asked about.
///
/// @param error the name they match
/// @param cause for people
record StateFailure(String error, String cause) {
    static StateFailure of(QueryEvaluationException e) {
        return new StateFailure(ErrorNames.QUERY_EVALUATION_ERROR, String.valueOf(e.getMessage()));
    }
}
