package dev.berth.lambda;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// A handler, an event that AWS would send it, and how it is to answer.
///
/// @param answered of the answer to the event as it is
record HandlerCase(String handler, String event, Predicate<RuntimeApi.Answer> answered) {
    private static final int PADDING = 5_900_000;
    private static final int LARGE_BODY = 300_000;

    byte[] real() {
        return event.getBytes(StandardCharsets.UTF_8);
    }

    /// As large as Lambda lets through.
    byte[] oversized() {
        var body = "\"body\": \"" + "x".repeat(LARGE_BODY) + "\", ";
        var padded = event.contains("\"routeKey\": \"") && event.contains("\"version\"")
                ? event.replaceFirst("\\{", "{ " + body + "\"padding\": \"" + "x".repeat(PADDING) + "\", ")
                : event.replaceFirst("\\{", "{ \"padding\": \"" + "x".repeat(PADDING) + "\", ");
        return padded.getBytes(StandardCharsets.UTF_8);
    }

    byte[] malformed() {
        return event.substring(0, event.length() / 2).getBytes(StandardCharsets.UTF_8);
    }
}
