package dev.berth.local.signals;

import dev.berth.conversation.LogWatch;
import dev.berth.function.Settings;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.session.SessionKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a session's run needs around it and has no part in hand-overs.
final class Surroundings {
    private static final String URL = "http://127.0.0.1:1";

    /// Nobody reads the log.
    static final LogWatch NO_READERS = new LogWatch() {
        @Override
        public void appended(SessionKey session, long lastSeq) {}

        @Override
        public void await(SessionKey session, long after, Duration atMost) {}
    };

    private Surroundings() {}

    static Settings settings(String tableName) {
        return new Settings(
                tableName,
                URL,
                URL,
                "ws://127.0.0.1:1/socket",
                "ws://127.0.0.1:1/sandbox/v1/socket",
                Duration.ofSeconds(20),
                FlushPolicy.ONE_MACHINE,
                new DraftPolicy.Platform(Map.of("shell", List.of()), false, false, RepositoryUrlPolicy.ONE_MACHINE));
    }
}
