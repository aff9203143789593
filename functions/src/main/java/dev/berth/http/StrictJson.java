package dev.berth.http;

import dev.berth.event.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// Reads JSON from a stranger: UTF-8 only, one document, no name twice in an object, nothing nested without end, and no
/// string that cannot be written as UTF-8 again.
final class StrictJson {
    private static final ObjectReader READER = Json.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private StrictJson() {}

    static JsonNode parse(byte[] body) {
        try {
            var node = READER.readTree(text(body));
            if (node.isMissingNode()) {
                throw Problems.invalidJson("The body is empty.");
            }
            refuseHalfPairs(node);
            return node;
        } catch (JacksonException malformed) {
            throw Problems.invalidJson(place(malformed));
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Problems.invalidJson("The body is not UTF-8.");
        }
    }

    private static void refuseHalfPairs(JsonNode node) {
        if (node.isString()) {
            refuseHalfPairs(node.stringValue());
        }
        node.propertyNames().forEach(StrictJson::refuseHalfPairs);
        node.forEach(StrictJson::refuseHalfPairs);
    }

    private static void refuseHalfPairs(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Problems.invalidJson("A string has half of a surrogate pair, which is no character.");
        }
    }

    private static String place(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null
                ? malformed.getOriginalMessage()
                : "Line %d, column %d: %s"
                        .formatted(location.getLineNr(), location.getColumnNr(), malformed.getOriginalMessage());
    }
}
