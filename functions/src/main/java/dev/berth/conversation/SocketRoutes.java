package dev.berth.conversation;

import dev.berth.event.Json;
import dev.berth.session.LogSubject;
import dev.berth.session.SessionKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What happens on a WebSocket: sandboxes come with their token and only listen; viewers come with a ticket and say
/// what they watch.
public final class SocketRoutes {
    private static final Duration LONGEST_CONNECTION = Duration.ofHours(2);

    private final SocketTickets tickets;
    private final SocketConnections connections;
    private final Announcements announcements;
    private final Predicate<SessionKey> sessionExists;
    private final ToLongFunction<SessionKey> lastSeq;
    private final Function<String, Optional<String>> sandboxOfToken;
    private final Predicate<String> originAllowed;
    private final Clock clock;

    /// @param sandboxOfToken the sandbox whose token this is, while its generation is the current one
    /// @param originAllowed of a browser's `Origin` header
    public SocketRoutes(
            SocketTickets tickets,
            SocketConnections connections,
            Announcements announcements,
            Predicate<SessionKey> sessionExists,
            ToLongFunction<SessionKey> lastSeq,
            Function<String, Optional<String>> sandboxOfToken,
            Predicate<String> originAllowed,
            Clock clock) {
        this.tickets = tickets;
        this.connections = connections;
        this.announcements = announcements;
        this.sessionExists = sessionExists;
        this.lastSeq = lastSeq;
        this.sandboxOfToken = sandboxOfToken;
        this.originAllowed = originAllowed;
        this.clock = clock;
    }

    /// @return the HTTP status of the answer; 4xx on `$connect` refuses the connection
    public int handle(SocketEvent event) {
        var id = event.requestContext().connectionId();
        return switch (event.requestContext().routeKey()) {
            case "$connect" -> connect(id, event);
            case "$disconnect" -> disconnect(id);
            default -> message(id, event.body());
        };
    }

    private int connect(String id, SocketEvent event) {
        var origin = event.header("origin");
        if (origin != null && !originAllowed.test(origin)) {
            return 403;
        }
        var ticket = event.query("ticket");
        var authorization = event.header("authorization");
        if (ticket != null) {
            return tickets.redeem(ticket)
                    .map(organization -> accept(id, organization, null))
                    .orElse(401);
        }
        return bearer(authorization)
                .flatMap(sandboxOfToken)
                .map(sandbox -> accept(id, null, sandbox))
                .orElse(401);
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private int accept(String id, @Nullable String organization, @Nullable String sandbox) {
        var until = clock.instant().plus(LONGEST_CONNECTION);
        connections.put(new SocketConnection(id, organization, sandbox, null, until));
        return 200;
    }

    private int disconnect(String id) {
        connections.find(id).ifPresent(this::stopWatching);
        connections.remove(id);
        return 200;
    }

    private int message(String id, @Nullable String body) {
        var connection = connections.find(id).filter(found -> found.organization() != null);
        var watch = body == null ? Optional.<Watch>empty() : parse(body);
        if (connection.isEmpty() || watch.isEmpty()) {
            return 400;
        }
        return watch(connection.get(), String.valueOf(watch.get().watch()));
    }

    private int watch(SocketConnection connection, String session) {
        var key = new SessionKey(String.valueOf(connection.organization()), session);
        LogSubject.is(key);
        if (!sessionExists.test(key)) {
            return 404;
        }
        stopWatching(connection);
        connections.put(new SocketConnection(
                connection.id(), connection.organization(), null, session, connection.expiresAt()));
        announcements.watched(key, connection.id(), () -> lastSeq.applyAsLong(key));
        return 200;
    }

    private void stopWatching(SocketConnection connection) {
        if (connection.organization() != null && connection.watching() != null) {
            announcements.unwatched(new SessionKey(connection.organization(), connection.watching()), connection.id());
        }
    }

    private static Optional<Watch> parse(String body) {
        try {
            return Optional.of(Json.MAPPER.readValue(body, Watch.class)).filter(watch -> watch.watch() != null);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private record Watch(@Nullable String watch) {}
}
