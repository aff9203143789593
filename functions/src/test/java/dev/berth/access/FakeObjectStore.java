package dev.berth.access;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps objects in memory; its links lead nowhere.
public final class FakeObjectStore implements ObjectStore {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    public Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    @Override
    public void put(String key, byte[] bytes) {
        objects.put(key, bytes.clone());
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(objects.get(key)).map(byte[]::clone);
    }

    @Override
    public OptionalLong size(String key) {
        var bytes = objects.get(key);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public URI signedUpload(String key, long maxBytes, Duration validity) {
        return URI.create("https://objects.example/" + key + "?bytes=" + maxBytes);
    }

    @Override
    public URI signedDownload(String key, String contentType, Duration validity) {
        return URI.create("https://objects.example/" + key);
    }

    @Override
    public void deleteAll(String keyPrefix) {
        objects.keySet().removeIf(key -> key.startsWith(keyPrefix));
    }
}
