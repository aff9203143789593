package dev.berth.supervisor.control;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A socket on which any message means "ask now". What it would have said is said by every answer too, so that losing
/// it only costs time; after each new connection the sandbox asks, since it may have missed something.
public final class WakeSocket implements Runnable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /// API Gateway drops a connection that was silent for ten minutes.
    private static final Duration PING = Duration.ofMinutes(4);
    private static final Backoff RECONNECT = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

    private final HttpClient http;
    private final URI url;
    private final String bearer;
    private final Runnable wake;
    private final RandomGenerator random;

    public WakeSocket(HttpClient http, URI url, String bearer, Runnable wake, RandomGenerator random) {
        this.http = http;
        this.url = url;
        this.bearer = bearer;
        this.wake = wake;
        this.random = random;
    }

    @Override
    public void run() {
        var failures = 0;
        try {
            while (true) {
                failures = stayConnected() ? 0 : failures + 1;
                Thread.sleep(RECONNECT.after(failures, random));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the connection is lost, or false when none was made.
    private boolean stayConnected() throws InterruptedException {
        var closed = new CompletableFuture<@Nullable Void>();
        try {
            var socket = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .header("Authorization", "Bearer " + bearer)
                    .buildAsync(url, new Listener(closed, wake))
                    .join();
            wake.run();
            pingUntil(closed, socket);
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static void pingUntil(CompletableFuture<@Nullable Void> closed, WebSocket socket)
            throws InterruptedException {
        while (!closed.isDone()) {
            try {
                closed.get(PING.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                socket.sendPing(ByteBuffer.allocate(0)).exceptionally(lost -> {
                    closed.complete(null);
                    return socket;
                });
            } catch (ExecutionException e) {
                return;
            }
        }
        socket.abort();
    }

    private record Listener(CompletableFuture<@Nullable Void> closed, Runnable wake) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            wake.run();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            wake.run();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(null);
        }
    }
}
