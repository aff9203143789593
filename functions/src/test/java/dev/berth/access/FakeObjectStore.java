package dev.berth.access;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

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
    public Optional<String> crc32c(String key) {
        return get(key).map(FakeObjectStore::checksum);
    }

    @Override
    public List<String> keys(String keyPrefix) {
        return objects.keySet().stream()
                .filter(key -> key.startsWith(keyPrefix))
                .toList();
    }

    @Override
    public URI signedUpload(String key, long bytes, String crc32c, Duration validity) {
        return URI.create("https://objects.example/" + key + "?bytes=" + bytes + "&crc32c=" + crc32c);
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
    public URI signedSandboxDownload(String key, String contentType, Duration validity) {
        return URI.create("https://objects.example/" + key);
    }

    @Override
    public void deleteAll(String keyPrefix) {
        objects.keySet().removeIf(key -> key.startsWith(keyPrefix));
    }

    /// As a sandbox says it of what it puts here.
    public static String checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
