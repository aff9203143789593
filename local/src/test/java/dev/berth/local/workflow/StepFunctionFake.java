package dev.berth.local.workflow;

import dev.berth.event.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// A step function that remembers what it was called with, and answers as it is told.
final class StepFunctionFake implements FunctionInvoker {
    private final List<String> payloads = new CopyOnWriteArrayList<>();
    private volatile FunctionInvoker answer = (function, payload) -> "{}";

    void answer(FunctionInvoker next) {
        answer = next;
    }

    @Override
    public String invoke(String function, String payloadJson) throws Exception {
        payloads.add(payloadJson);
        return answer.invoke(function, payloadJson);
    }

    List<String> payloads() {
        return List.copyOf(payloads);
    }

    List<String> steps() {
        return payloads.stream().map(StepFunctionFake::step).toList();
    }

    static String step(String payload) {
        return Json.MAPPER.readTree(payload).get("step").stringValue();
    }

    static String token(String payload) {
        return Json.MAPPER.readTree(payload).get("token").stringValue();
    }

    String token(int call) {
        return token(payloads.get(call));
    }

    List<String> payloadsOf(String session) {
        return payloads.stream()
                .filter(payload -> session(Json.MAPPER.readTree(payload)).equals(session))
                .toList();
    }

    private static String session(JsonNode payload) {
        return payload.get("session").stringValue();
    }
}
