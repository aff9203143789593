package dev.berth.supervisor.codex;

import static dev.berth.supervisor.codex.Fields.name;
import static dev.berth.supervisor.codex.Fields.sentence;
import static dev.berth.supervisor.codex.Fields.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What codex tells without being asked, as far as it matters here. Anything that is missing or of another type than it
/// should be is empty.
sealed interface Notification {
    record TurnStarted(String turn) implements Notification {}

    /// @param status `completed`, `interrupted` or `failed`
    record TurnEnded(String turn, String status, @Nullable ModelError error) implements Notification {}

    record ItemStarted(Item item) implements Notification {}

    record ItemEnded(Item item) implements Notification {}

    record TextPiece(String item, String text) implements Notification {}

    record OutputPiece(String item, String text) implements Notification {}

    /// Of the whole thread, and of the last request to the model.
    record TokensUsed(Tokens total, Tokens last) implements Notification {}

    record ModelFailed(ModelError error, boolean willRetry) implements Notification {}

    record Warned(String message) implements Notification {}

    /// A sign of life and nothing else.
    record Other(String method) implements Notification {}

    record Tokens(long input, long output) {
        static final Tokens NONE = new Tokens(0, 0);

        static Tokens of(JsonNode counts) {
            return new Tokens(
                    counts.path("inputTokens").asLong(0),
                    counts.path("outputTokens").asLong(0));
        }

        Tokens minus(Tokens other) {
            return new Tokens(input - other.input, output - other.output);
        }
    }

    static Notification of(String method, JsonNode params) {
        return switch (method) {
            case "turn/started" -> new TurnStarted(turnId(params));
            case "turn/completed" -> turnEnded(params);
            case "item/started" -> new ItemStarted(Item.of(params.path("item")));
            case "item/completed" -> new ItemEnded(Item.of(params.path("item")));
            case "item/agentMessage/delta" -> new TextPiece(name(params, "itemId"), text(params, "delta"));
            case "item/commandExecution/outputDelta" -> new OutputPiece(name(params, "itemId"), text(params, "delta"));
            case "thread/tokenUsage/updated" -> tokensUsed(params.path("tokenUsage"));
            case "error" ->
                new ModelFailed(
                        ModelError.of(params.path("error")),
                        params.path("willRetry").asBoolean(false));
            case "warning", "configWarning", "guardianWarning" -> new Warned(warning(params));
            default -> new Other(method);
        };
    }

    private static TurnEnded turnEnded(JsonNode params) {
        var error = params.path("turn").path("error");
        return new TurnEnded(
                turnId(params), name(params.path("turn"), "status"), error.isObject() ? ModelError.of(error) : null);
    }

    private static TokensUsed tokensUsed(JsonNode usage) {
        return new TokensUsed(Tokens.of(usage.path("total")), Tokens.of(usage.path("last")));
    }

    private static String warning(JsonNode params) {
        var message = sentence(params, "message");
        return message.isEmpty() ? sentence(params, "summary") : message;
    }

    private static String turnId(JsonNode params) {
        return name(params.path("turn"), "id");
    }
}
