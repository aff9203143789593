package dev.berth.local.cli.api;

import dev.berth.event.Json;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Rings when a session's log grows. It is a socket, so that no request has to wait at the control plane; it only
/// wakes, and what it misses is read anyway.
public final class LogBell implements AutoCloseable {
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(5);

    private final BerthApi api;
    private final String session;
    private @Nullable Line line;

    LogBell(BerthApi api, String session) {
        this.api = api;
        this.session = session;
    }

    /// Waits until there is an event after this one, or the time is over, or the socket is lost.
    ///
    /// @return false when there is no socket to wait at
    public boolean awaitAfter(long seq, Duration longest) {
        var open = line == null || line.isClosed() ? open() : line;
        line = open;
        return open != null && open.awaitAfter(seq, longest);
    }

    @Override
    public void close() {
        if (line != null) {
            line.hangUp();
        }
    }

    private @Nullable Line open() {
        try {
            var ticket = api.act("/v1/socket-tickets").json();
            var url = URI.create(ticket.path("url").asString() + "?ticket="
                    + Segment.of(ticket.path("ticket").asString()));
            var opening = new Line();
            var socket = api.openSocket(url, opening).get(OPENED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            socket.sendText(Json.MAPPER.writeValueAsString(Map.of("watch", session)), true)
                    .get(OPENED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return opening;
        } catch (Refused | Unreachable | JacksonException | ExecutionException | TimeoutException noSocket) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a socket opened", interrupted);
        }
    }

    /// One connection.
    private static final class Line implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private @Nullable WebSocket socket;
        private long newest;
        private boolean closed;

        synchronized boolean isClosed() {
            return closed;
        }

        synchronized boolean awaitAfter(long seq, Duration longest) {
            var end = System.nanoTime() + longest.toNanos();
            try {
                for (var left = longest.toNanos();
                        newest <= seq && !closed && left > 0;
                        left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for events", interrupted);
            }
            return !closed;
        }

        synchronized void hangUp() {
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public synchronized void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                rung(Json.MAPPER.readTree(text.toString()).path("lastEventSeq").asLong(0));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            lost();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            lost();
        }

        private synchronized void rung(long lastEventSeq) {
            newest = Math.max(newest, lastEventSeq);
            notifyAll();
        }

        private synchronized void lost() {
            closed = true;
            notifyAll();
        }
    }
}
