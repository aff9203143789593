package dev.berth.local.conformance;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A WebSocket's other end that keeps the first message.
final class FirstMessage implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();
    private final CompletableFuture<String> text = new CompletableFuture<>();

    CompletableFuture<String> text() {
        return text;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            text.complete(begun.toString());
        }
        socket.request(1);
        return null;
    }
}
