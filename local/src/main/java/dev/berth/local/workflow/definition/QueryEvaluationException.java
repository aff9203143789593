package dev.berth.local.workflow.definition;

/// An expression of a definition failed or has no value: `States.QueryEvaluationError`.
public final class QueryEvaluationException extends RuntimeException {
    public QueryEvaluationException(String expression, String reason) {
        super("The expression " + expression + " " + reason);
    }
}
