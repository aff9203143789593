package dev.berth.conversation;

import dev.berth.event.Json;
import dev.berth.session.SessionKey;
import java.util.function.LongSupplier;

/// Tells whoever waits or watches that a session's log has grown. They then read by cursor: what is not told is not
/// lost.
public final class Announcements {
    private final LogWatch watch;
    private final Watchers watchers;
    private final Sockets sockets;

    public Announcements(LogWatch watch, Watchers watchers, Sockets sockets) {
        this.watch = watch;
        this.watchers = watchers;
        this.sockets = sockets;
    }

    public void appended(SessionKey session, long lastSeq) {
        watch.appended(session, lastSeq);
        var connections = watchers.of(session);
        if (connections.isEmpty()) {
            return;
        }
        var news = news(session, lastSeq);
        for (var connection : connections) {
            if (!sockets.send(connection, news)) {
                watchers.remove(session, connection);
            }
        }
    }

    /// Tells a viewer from now on, and where the log is now: what was appended before is not told again.
    ///
    /// @param lastSeq read after it was known who watches
    void watched(SessionKey session, String connection, LongSupplier lastSeq) {
        watchers.add(session, connection);
        sockets.send(connection, news(session, lastSeq.getAsLong()));
    }

    void unwatched(SessionKey session, String connection) {
        watchers.remove(session, connection);
    }

    private static String news(SessionKey session, long lastSeq) {
        return Json.MAPPER.writeValueAsString(new News(session.session(), lastSeq));
    }

    /// What a viewer's socket receives.
    record News(String session, long lastEventSeq) {}
}
