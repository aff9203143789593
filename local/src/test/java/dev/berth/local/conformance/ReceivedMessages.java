package dev.berth.local.conformance;

import dev.berth.event.Json;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A WebSocket's other end that keeps what it is sent.
final class ReceivedMessages implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();

    List<JsonNode> all() {
        return messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            messages.add(Json.MAPPER.readTree(begun.toString()));
            begun.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
