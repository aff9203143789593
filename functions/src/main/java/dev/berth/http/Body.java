package dev.berth.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body that an operation takes.
///
/// @param schema null when it takes none; whatever is sent then is passed over
public record Body(Schemas.@Nullable Check schema, boolean required) {
    private static final int MAX_ERRORS = 20;

    static Body read(Schemas schemas, JsonNode requestBody) {
        var content = requestBody.path("content");
        if (content.isEmpty()) {
            return new Body(null, false);
        }
        var schema = content.iterator().next().path("schema");
        return new Body(schemas.inline(schema), requestBody.path("required").booleanValue(false));
    }

    void check(byte[] body) {
        if (schema == null || (body.length == 0 && !required)) {
            return;
        }
        var errors = schema.errors(StrictJson.parse(body));
        if (!errors.isEmpty()) {
            throw Problems.invalidBody(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)), errors.size());
        }
    }
}
