package dev.berth.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The HTTP API, as a client with a key calls it.
///
/// @param url without a slash at its end
record BerthApi(URI url, String key) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    BerthApi withKey(String other) {
        return new BerthApi(url, other);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /// @return the answer's body, which has to be a success
    JsonNode read(String path) {
        return succeeded(get(path));
    }

    JsonNode post(String path, String body) {
        return succeeded(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /// What is there, changed.
    JsonNode put(String path, String body) {
        var etag = get(path).headers().firstValue("etag").orElseThrow();
        return succeeded(send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + key);
    }

    private static JsonNode succeeded(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return Json.MAPPER.readTree(response.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("Nothing answers", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
