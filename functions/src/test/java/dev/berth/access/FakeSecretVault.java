package dev.berth.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps secrets in memory.
public final class FakeSecretVault implements SecretVault {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    private volatile boolean deletedByHand;

    /// From now on what is read is being deleted.
    public void deleteByHand() {
        deletedByHand = true;
    }

    @Override
    public void put(String name, String value) {
        secrets.put(name, value);
    }

    @Override
    public String putIfAbsent(String name, String value) {
        if (deletedByHand) {
            throw new SecretDeleted(name, "restore " + name, new IllegalStateException("scheduled for deletion"));
        }
        var stored = secrets.putIfAbsent(name, value);
        return stored == null ? value : stored;
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void delete(String name) {
        secrets.remove(name);
    }
}
