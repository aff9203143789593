package dev.berth.conversation;

import dev.berth.event.Json;
import dev.berth.session.SessionKey;

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
        var news = Json.MAPPER.writeValueAsString(new News(session.session(), lastSeq));
        for (var connection : connections) {
            if (!sockets.send(connection, news)) {
                watchers.remove(session, connection);
            }
        }
    }

    /// What a viewer's socket receives.
    record News(String session, long lastEventSeq) {}
}
