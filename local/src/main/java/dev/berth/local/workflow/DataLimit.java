package dev.berth.local.workflow;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// How big a value may be that an execution holds. Step Functions takes 256 KiB; here an execution is one row of at
/// most 400 KB that may hold five of them, so a definition that keeps to this limit runs there as well.
final class DataLimit {
    static final int MAX_BYTES = 64 * 1024;

    private DataLimit() {}

    static boolean exceededBy(JsonNode value) {
        return exceededBy(value.toString());
    }

    static boolean exceededBy(String json) {
        return json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
