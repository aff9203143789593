package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A function that keeps the events it was called with, and answers as it is told.
final class RecordingFunction implements RequestStreamHandler {
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Object> answer = event -> Map.of("statusCode", 200);

    void answers(Function<JsonNode, Object> answer) {
        this.answer = answer;
    }

    List<JsonNode> events() {
        return events;
    }

    JsonNode lastEvent() {
        return events.getLast();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = Json.MAPPER.readTree(input.readAllBytes());
        events.add(event);
        output.write(Json.MAPPER.writeValueAsBytes(answer.apply(event)));
    }
}
