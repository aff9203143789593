package dev.berth.local.front;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Makes API Gateway's event of a request that arrived here.
final class HttpApiEvents {
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;

    HttpApiEvents(Clock clock) {
        this.clock = clock;
    }

    HttpApiEvent of(Request request, RouteMatch route, byte[] body) {
        var text = text(request, body);
        return new HttpApiEvent(
                "2.0",
                route.routeKey(),
                request.getHttpURI().getPath(),
                rawQuery(request),
                cookies(request),
                headers(request),
                query(request),
                context(request, route),
                route.pathParameters().isEmpty() ? null : route.pathParameters(),
                body.length == 0 ? null : text == null ? Base64.getEncoder().encodeToString(body) : text,
                body.length > 0 && text == null);
    }

    static Map<String, String> headers(Request request) {
        var headers = new TreeMap<String, String>();
        for (HttpField field : request.getHeaders()) {
            var name = field.getLowerCaseName();
            if (!name.equals("cookie")) {
                headers.merge(
                        name, field.getValue() == null ? "" : field.getValue(), (one, other) -> one + "," + other);
            }
        }
        return headers;
    }

    static @Nullable Map<String, String> query(Request request) {
        var query = new TreeMap<String, String>();
        Request.extractQueryParameters(request)
                .forEach(field -> query.put(field.getName(), String.join(",", field.getValues())));
        return query.isEmpty() ? null : query;
    }

    private HttpApiEvent.RequestContext context(Request request, RouteMatch route) {
        Instant now = clock.instant();
        return new HttpApiEvent.RequestContext(
                "000000000000",
                "local",
                Request.getServerName(request),
                new HttpApiEvent.Http(
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        request.getConnectionMetaData().getProtocol(),
                        Request.getRemoteAddr(request),
                        request.getHeaders().get("user-agent")),
                UUID.randomUUID().toString(),
                route.routeKey(),
                "$default",
                REQUEST_TIME.format(now),
                now.toEpochMilli());
    }

    private static String rawQuery(Request request) {
        var query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    private static @Nullable List<String> cookies(Request request) {
        var header = request.getHeaders().getValuesList("cookie").stream().collect(joining("; "));
        return header.isEmpty()
                ? null
                : Arrays.stream(header.split(";")).map(String::strip).toList();
    }

    /// The body as text, when its type says that it is and its bytes agree.
    private static @Nullable String text(Request request, byte[] body) {
        var type = request.getHeaders().get("content-type");
        if (type == null || !isText(type.toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    private static boolean isText(String type) {
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/xml")
                || type.startsWith("application/problem+json");
    }
}
