package dev.berth.local.bench.paper;

import dev.berth.access.ObjectStore;
import dev.berth.access.SecretVault;
import dev.berth.conversation.Sockets;
import dev.berth.event.BusEvent;
import dev.berth.trigger.EventBus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// Ports that keep in memory what they are given, and count what it would cost.
final class MeteredPorts {
    private MeteredPorts() {}

    record Vault(Usage usage, Map<String, String> secrets) implements SecretVault {
        Vault(Usage usage) {
            this(usage, new ConcurrentHashMap<>());
        }

        @Override
        public void put(String name, String value) {
            usage.add(PaidOperation.SECRET_CALL);
            secrets.put(name, value);
        }

        @Override
        public String putIfAbsent(String name, String value) {
            usage.add(PaidOperation.SECRET_CALL);
            secrets.putIfAbsent(name, value);
            return secrets.getOrDefault(name, value);
        }

        @Override
        public Optional<String> read(String name) {
            usage.add(PaidOperation.SECRET_CALL);
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void delete(String name) {
            secrets.remove(name);
        }
    }

    /// A signed link costs when it is used, which it is once.
    record Objects(Usage usage) implements ObjectStore {
        private static final URI LINK = URI.create("https://objects.invalid/link");

        @Override
        public void put(String key, byte[] bytes) {
            usage.add(PaidOperation.OBJECT_WRITE);
        }

        @Override
        public Optional<byte[]> get(String key) {
            usage.add(PaidOperation.OBJECT_READ);
            return Optional.empty();
        }

        @Override
        public OptionalLong size(String key) {
            usage.add(PaidOperation.OBJECT_READ);
            return OptionalLong.empty();
        }

        @Override
        public Optional<String> crc32c(String key) {
            usage.add(PaidOperation.OBJECT_READ);
            return Optional.empty();
        }

        /// A list costs what a write does.
        @Override
        public List<String> keys(String keyPrefix) {
            usage.add(PaidOperation.OBJECT_WRITE);
            return List.of();
        }

        @Override
        public URI signedUpload(String key, long bytes, String crc32c, Duration validity) {
            return signedUpload(key, bytes, validity);
        }

        @Override
        public URI signedUpload(String key, long maxBytes, Duration validity) {
            usage.add(PaidOperation.OBJECT_WRITE);
            return LINK;
        }

        @Override
        public URI signedDownload(String key, String contentType, Duration validity) {
            usage.add(PaidOperation.OBJECT_READ);
            return LINK;
        }

        @Override
        public URI signedSandboxDownload(String key, String contentType, Duration validity) {
            usage.add(PaidOperation.OBJECT_READ);
            return LINK;
        }

        @Override
        public void deleteAll(String keyPrefix) {
            // Deleting is free.
        }
    }

    record Waker(Usage usage) implements Sockets {
        @Override
        public boolean send(String connection, String message) {
            usage.add(PaidOperation.WEBSOCKET_MESSAGE);
            return true;
        }
    }

    record Bus(Usage usage) implements EventBus {
        @Override
        public void publish(BusEvent event) {
            usage.add(PaidOperation.BUS_EVENT);
        }
    }
}
