package dev.berth.supervisor.codex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a real codex said, line by line.
final class Recording {
    private Recording() {}

    static List<Notification> of(String name) {
        var notifications = new ArrayList<Notification>();
        try (var in = Objects.requireNonNull(Recording.class.getResourceAsStream(name + ".jsonl"), name)) {
            var lines = new JsonLines(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                var json = ((JsonLines.Line.Value) line.get()).json();
                notifications.add(Notification.of(json.path("method").asString(), json.path("params")));
            }
            return notifications;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
