package dev.berth.local.harness;

import dev.berth.event.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A client that asks again, with the same idempotency key, until it has an answer.
final class Client {
    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 60;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_OUT)
            .build();
    private final URI url;
    private final Server server;

    /// @param server is brought back before a call is repeated
    Client(URI url, Server server) {
        this.url = url;
        this.server = server;
    }

    /// What answers.
    interface Server {
        void ensureRunning() throws IOException, InterruptedException;

        String adminKey() throws IOException;
    }

    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        Answer expect(int... statuses) {
            for (var expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new AssertionError("Unexpected answer: " + this);
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        }

        String text(String field) {
            return body.path(field).asString();
        }
    }

    Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return call(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            for (var attempt = 1; ; attempt++) {
                server.ensureRunning();
                try {
                    return answer(http.send(request(method, path, body, headers), BodyHandlers.ofString()));
                } catch (IOException noAnswer) {
                    if (attempt == ATTEMPTS) {
                        throw noAnswer;
                    }
                    // one that is dying still counts as alive for a moment, and answers nobody
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS_MILLIS);
                }
            }
        } catch (IOException failure) {
            throw new AssertionError(method + " " + path + " has no answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(TIME_OUT)
                .header("Authorization", "Bearer " + server.adminKey());
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                .build();
    }

    private static Answer answer(HttpResponse<String> response) {
        var text = response.body();
        var isJson = response.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(
                response.statusCode(),
                response.headers().map(),
                isJson ? Json.MAPPER.readTree(text) : MissingNode.getInstance());
    }
}
