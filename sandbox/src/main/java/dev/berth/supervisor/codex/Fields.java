package dev.berth.supervisor.codex;

import dev.berth.supervisor.output.TextPieces;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads fields of what codex wrote: what is missing, or of another type than it should be, is empty.
final class Fields {
    private static final int NAME_BYTES = 4 * 1024;
    private static final int SENTENCE_BYTES = 2 * 1024;

    private Fields() {}

    static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    /// An id, a path, a word; never long.
    static String name(JsonNode object, String field) {
        return cut(text(object, field), NAME_BYTES);
    }

    static @Nullable String nameOrNull(JsonNode object, String field) {
        return object.path(field).isString() ? name(object, field) : null;
    }

    /// Something to be read in a message; never long.
    static String sentence(JsonNode object, String field) {
        return cut(text(object, field), SENTENCE_BYTES);
    }

    static @Nullable Integer number(JsonNode object, String field) {
        var value = object.path(field);
        return value.isInt() ? (Integer) value.asInt() : null;
    }

    static String cut(String text, int maxBytes) {
        var head = TextPieces.head(text, maxBytes);
        return head.length() == text.length() ? text : head + "…";
    }
}
