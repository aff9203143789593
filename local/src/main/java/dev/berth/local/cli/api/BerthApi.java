package dev.berth.local.cli.api;

import dev.berth.event.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Requests to a control plane: with a time-out each, sent again only where that is harmless.
public final class BerthApi {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Set<Integer> REDIRECTS = Set.of(302, 303, 307, 308);

    private final Address address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public BerthApi(Address address) {
        this.address = address;
    }

    public Address address() {
        return address;
    }

    public Answer get(String path) {
        return get(path, Duration.ZERO);
    }

    /// @param wait how long the control plane may wait before it answers
    public Answer get(String path, Duration wait) {
        Answer answer =
                send(request(path).timeout(ANSWER_TIMEOUT.plus(wait)).GET().build(), true);
        return REDIRECTS.contains(answer.status()) ? follow(path, answer) : answer;
    }

    /// Creates something; the key makes a repetition harmless.
    public Answer create(String path, Object body) {
        String key = UUID.randomUUID().toString();
        return send(withJson(path, body).header("Idempotency-Key", key).build(), true);
    }

    /// Asks for something to be done.
    public Answer act(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build(), false);
    }

    public Answer act(String path, Object body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                .build();
        return send(request, false);
    }

    public Answer replace(String path, String json, String etag) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(json))
                .build();
        return send(request, false);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build(), false);
    }

    CompletableFuture<WebSocket> openSocket(URI url, WebSocket.Listener listener) {
        return http.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT).buildAsync(url, listener);
    }

    private HttpRequest.Builder withJson(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.at(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + address.apiKey())
                .header("Accept", "*/*");
    }

    /// What is large lies elsewhere behind a signed link, which must not see the API key.
    private Answer follow(String path, Answer redirect) {
        URI target = address.at(path)
                .resolve(redirect.headers().firstValue("Location").orElse(""));
        return send(HttpRequest.newBuilder(target).timeout(ANSWER_TIMEOUT).GET().build(), true);
    }

    private Answer send(HttpRequest request, boolean repeatable) {
        for (int tries = 1; ; tries++) {
            Outcome outcome = attempt(request);
            Optional<Duration> delay = Retry.delay(outcome.result(), tries, repeatable);
            if (delay.isEmpty()) {
                return outcome.answerOrThrow();
            }
            Pause.of(delay.get());
        }
    }

    private Outcome attempt(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return Outcome.answered(new Answer(response.statusCode(), response.headers(), response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return Outcome.failed(new Retry.Try.NotConnected(), new Unreachable(address.url(), e));
        } catch (IOException e) {
            return Outcome.failed(new Retry.Try.NoAnswer(), new Unreachable(address.url(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + address, e);
        }
    }
}
