package dev.berth.local.workflow.definition;

import com.dashjoin.jsonata.Jsonata;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One JSONata expression of a definition.
///
/// It is parsed for each evaluation: a parsed one is not safe between threads, and a session evaluates a few dozen.
///
/// @param source without its `{% %}`
record Expression(String source) {
    /// Far beyond what any expression of a definition takes: a stop for what would not end.
    private static final long TIME_LIMIT_MILLIS = 5_000;

    private static final int DEPTH_LIMIT = 100;

    static boolean isExpression(String text) {
        return text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4;
    }

    /// @param text with its `{% %}`
    static Expression of(String text) {
        return new Expression(text.substring(2, text.length() - 2).strip());
    }

    /// Why this is not an expression, or null.
    @Nullable
    String syntaxError() {
        try {
            Jsonata.jsonata(source);
            return null;
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    JsonNode evaluate(Scope scope) {
        Object value;
        try {
            value = evaluateRaw(scope);
        } catch (RuntimeException | StackOverflowError e) {
            throw new QueryEvaluationException(source, "failed: " + e.getMessage());
        }
        if (value == null) {
            throw new QueryEvaluationException(source, "has no value.");
        }
        return JsonataValue.toJson(value)
                .orElseThrow(() -> new QueryEvaluationException(source, "has a value that is not JSON."));
    }

    private @Nullable Object evaluateRaw(Scope scope) {
        var query = Jsonata.jsonata(source);
        query.setValidateInput(false);
        query.setOutputConvertNulls(false);
        var frame = query.createFrame();
        frame.setRuntimeBounds(TIME_LIMIT_MILLIS, DEPTH_LIMIT);
        frame.bind("states", JsonataValue.of(scope.states()));
        scope.variables().forEach((name, value) -> frame.bind(name, JsonataValue.of(value)));
        return query.evaluate(null, frame);
    }
}
