package dev.berth.local.cli.session;

import dev.berth.event.SessionEvent;
import dev.berth.local.cli.api.EventPage;
import dev.berth.local.cli.api.LogBell;
import dev.berth.local.cli.api.Pause;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.api.Unreachable;
import dev.berth.local.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Follows a session's log, event by event, also while the control plane is away for a while.
public final class Watch {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Terminal terminal;
    private final Clock clock;

    public Watch(Sessions sessions, Terminal terminal, Clock clock) {
        this.sessions = sessions;
        this.terminal = terminal;
        this.clock = clock;
    }

    /// @param after the event before the first that is wanted; 0 for all
    public Progress follow(String session, long after, Until until, EventSink sink) {
        try (LogBell bell = sessions.bell(session)) {
            return follow(session, Progress.after(after), until, sink, bell);
        }
    }

    private Progress follow(String session, Progress from, Until until, EventSink sink, LogBell bell) {
        Progress progress = from;
        Duration wait = Duration.ZERO;
        while (true) {
            EventPage page = read(session, progress.lastSeq(), wait);
            for (JsonNode event : page.items()) {
                progress = pass(event, progress, sink);
            }
            if (progress.lastSeq() < page.lastEventSeq()) {
                continue;
            }
            if (until.reached(progress)) {
                return progress;
            }
            // where no socket opens, the next request waits instead
            wait = bell.awaitAfter(progress.lastSeq(), WAIT) ? Duration.ZERO : WAIT;
        }
    }

    private static Progress pass(JsonNode raw, Progress progress, EventSink sink) {
        Optional<SessionEvent> event = EventReader.read(raw);
        sink.accept(raw, event);
        return event.map(progress::with)
                .orElseGet(() -> progress.passed(raw.path("seq").asLong(progress.lastSeq())));
    }

    private EventPage read(String session, long after, Duration wait) {
        try {
            return sessions.events(session, after, wait);
        } catch (Unreachable e) {
            return readAgain(session, after, e);
        }
    }

    private EventPage readAgain(String session, long after, Unreachable first) {
        terminal.note("(the control plane does not answer; trying again…)");
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            Pause.of(BETWEEN_TRIES);
            try {
                EventPage page = sessions.events(session, after, Duration.ZERO);
                terminal.note("(it answers again)");
                return page;
            } catch (Unreachable e) {
                // said once above
            }
        }
        throw first;
    }
}
