package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;

/// One call of an operation.
final class Call {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final Api api;
    private final String routeKey;
    private final String path;
    private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    private final HttpRequest.Builder request = HttpRequest.newBuilder().timeout(ANSWERED_WITHIN);
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Call(Api api, String routeKey, Object... pathParameters) {
        this.api = api;
        this.routeKey = routeKey;
        this.path = filled(routeKey.substring(routeKey.indexOf(' ') + 1), pathParameters);
    }

    Call query(String name, Object value) {
        query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        return this;
    }

    Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Call json(Object value) {
        return raw(Json.MAPPER.writeValueAsBytes(value));
    }

    Call text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    Call raw(byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        request.setHeader("content-type", "application/json");
        return this;
    }

    /// @param status that it has to answer
    Reply answers(int status) {
        var reply = send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply;
    }

    /// @param code of the problem that it has to answer
    Reply answers(int status, String code) {
        var reply = answers(status);
        assertThat(reply.text("code")).as(reply.toString()).isEqualTo(code);
        return reply;
    }

    Reply send() {
        var method = routeKey.substring(0, routeKey.indexOf(' '));
        request.uri(URI.create(api.url() + path + query)).method(method, body);
        if (!api.bearer().isEmpty()) {
            request.setHeader("authorization", "Bearer " + api.bearer());
        }
        try {
            var response = api.http().send(request.build(), BodyHandlers.ofByteArray());
            return api.held(new Reply(routeKey, response.statusCode(), response.headers(), response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(routeKey, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String filled(String template, Object... values) {
        var path = template;
        for (var value : values) {
            path = path.replaceFirst("\\{[a-z]+}", value.toString());
        }
        assertThat(path).doesNotContain("{");
        return path;
    }
}
