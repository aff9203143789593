package dev.berth.local.signals;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.LogWatch;
import dev.berth.function.Settings;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.session.SessionKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    /// Nothing is kept.
    static final ObjectStore NO_OBJECTS = new ObjectStore() {
        @Override
        public void put(String key, byte[] bytes) {}

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public OptionalLong size(String key) {
            return OptionalLong.empty();
        }

        @Override
        public URI signedUpload(String key, long maxBytes, Duration validity) {
            return URI.create(URL + "/" + key);
        }

        @Override
        public URI signedDownload(String key, String contentType, Duration validity) {
            return URI.create(URL + "/" + key);
        }

        @Override
        public void deleteAll(String keyPrefix) {}
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
