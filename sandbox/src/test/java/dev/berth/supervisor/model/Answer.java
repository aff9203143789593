package dev.berth.supervisor.model;

import com.sun.net.httpserver.HttpExchange;
import dev.berth.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/// Takes one step, in the words of the Responses API.
///
/// @param closed when whoever waits has to be let go
record Answer(HttpExchange exchange, CountDownLatch closed) {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int PIECE = 12;

    void take(Step step) throws IOException, InterruptedException {
        switch (step) {
            case Step.Say(var text) -> {
                begin();
                say(text, true);
                complete();
            }
            case Step.Call(var text, var tool, var arguments) -> {
                begin();
                say(text, true);
                done(call("function_call", tool, "arguments", arguments));
                complete();
            }
            case Step.CallWithText(var text, var tool, var input) -> {
                begin();
                say(text, true);
                done(call("custom_tool_call", tool, "input", input));
                complete();
            }
            case Step.Refuse(var status, var headers, var body) -> refuse(status, headers, body);
            case Step.BreakOff(var text) -> {
                begin();
                say(text, false);
            }
            case Step.StaySilent() -> closed.await();
            case Step.Failing failing -> take(failing.failure());
        }
    }

    private void begin() throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        event("response.created", Map.of("response", Map.of("id", "resp_" + NUMBERS.incrementAndGet())));
    }

    private void say(String text, boolean toTheEnd) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        var id = "msg_" + NUMBERS.incrementAndGet();
        event("response.output_item.added", Map.of("output_index", 0, "item", message(id, List.of())));
        for (var from = 0; from < text.length(); from += PIECE) {
            var piece = text.substring(from, Math.min(text.length(), from + PIECE));
            event(
                    "response.output_text.delta",
                    Map.of("item_id", id, "output_index", 0, "content_index", 0, "delta", piece));
        }
        if (toTheEnd) {
            done(message(id, List.of(Map.of("type", "output_text", "text", text))));
        }
    }

    private void complete() throws IOException {
        var usage = Map.of(
                "input_tokens", 1000,
                "input_tokens_details", Map.of("cached_tokens", 0),
                "output_tokens", 10,
                "output_tokens_details", Map.of("reasoning_tokens", 0),
                "total_tokens", 1010);
        event("response.completed", Map.of("response", Map.of("id", "resp_" + NUMBERS.get(), "usage", usage)));
    }

    private void refuse(int status, Map<String, String> headers, String body) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void done(Map<String, ?> item) throws IOException {
        event("response.output_item.done", Map.of("output_index", 0, "item", item));
    }

    private static Map<String, ?> message(String id, List<?> content) {
        return Map.of("type", "message", "id", id, "role", "assistant", "content", content);
    }

    private static Map<String, ?> call(String type, String tool, String field, String value) {
        var number = NUMBERS.incrementAndGet();
        return Map.of("type", type, "id", "item_" + number, "call_id", "call_" + number, "name", tool, field, value);
    }

    private void event(String type, Map<String, ?> data) throws IOException {
        ObjectNode json = Json.MAPPER.valueToTree(data);
        var text = "event: %s%ndata: %s%n%n".formatted(type, json.put("type", type));
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
