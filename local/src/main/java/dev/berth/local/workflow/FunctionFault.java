package dev.berth.local.workflow;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.Map;

/// How Lambda names the ways in which a call fails.
record FunctionFault(String error, String cause) {
    private static final int MAX_CAUSE_CHARACTERS = 8_000;

    static FunctionFault timedOut(Duration longest) {
        return of("Sandbox.Timedout", "The function took longer than " + longest.toSeconds() + " seconds.");
    }

    static FunctionFault thrown(Throwable thrown) {
        return of(thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
    }

    static FunctionFault notJson() {
        return of("Lambda.Unknown", "The function's answer is not JSON.");
    }

    private static FunctionFault of(String type, String message) {
        var text = message.length() > MAX_CAUSE_CHARACTERS ? message.substring(0, MAX_CAUSE_CHARACTERS) : message;
        return new FunctionFault(type, Json.MAPPER.writeValueAsString(Map.of("errorType", type, "errorMessage", text)));
    }
}
