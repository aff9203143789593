package dev.berth.local.front;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each request to the function whose API it calls, and its answer back.
final class FunctionsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionsHandler.class);
    private static final String SANDBOX_PATHS = "/sandbox/";

    private final RoutedFunction api;
    private final RoutedFunction sandboxApi;
    private final HttpApiEvents events;

    FunctionsHandler(HttpFunction api, HttpFunction sandboxApi, HttpApiEvents events) {
        this.api = RoutedFunction.of(api);
        this.sandboxApi = RoutedFunction.of(sandboxApi);
        this.events = events;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var path = request.getHttpURI().getPath();
        var routed = path.startsWith(SANDBOX_PATHS) ? sandboxApi : api;
        var body = RequestBody.read(request, routed.function().maxBodyBytes());
        if (body.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Problems.write(Problems.tooLarge(routed.function().maxBodyBytes()), response, callback);
            return true;
        }
        var route = RouteMatch.of(routed.patterns(), request.getMethod(), segments(path));
        answer(routed.function(), events.of(request, route, body.get()), response, callback);
        return true;
    }

    private static void answer(HttpFunction function, HttpApiEvent event, Response response, Callback callback) {
        reply(function, event)
                .ifPresentOrElse(
                        reply -> write(reply, response, callback),
                        () -> Problems.write(Problems.INTERNAL, response, callback));
    }

    private static Optional<HttpApiReply> reply(HttpFunction function, HttpApiEvent event) {
        try {
            return Optional.of(Invocation.call(
                    function.name(), function.handler(), event.requestContext().requestId(), event));
        } catch (IOException | RuntimeException failure) {
            LOG.error("{} failed at {}", function.name(), event.routeKey(), failure);
            return Optional.empty();
        }
    }

    private static void write(HttpApiReply reply, Response response, Callback callback) {
        response.setStatus(reply.statusCode());
        reply.allHeaders().forEach((name, value) -> response.getHeaders().put(name, value));
        reply.allCookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
        response.write(true, ByteBuffer.wrap(reply.bytes()), callback);
    }

    private static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.substring(1).split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private record RoutedFunction(HttpFunction function, List<RoutePattern> patterns) {
        static RoutedFunction of(HttpFunction function) {
            return new RoutedFunction(
                    function,
                    function.routeKeys().stream().map(RoutePattern::parse).toList());
        }
    }
}
