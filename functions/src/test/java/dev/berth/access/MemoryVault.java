package dev.berth.access;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A vault that forgets everything with the test.
public final class MemoryVault implements SecretVault {
    private final ConcurrentMap<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public void put(String name, String value) {
        secrets.put(name, value);
    }

    @Override
    public String putIfAbsent(String name, String value) {
        return secrets.computeIfAbsent(name, absent -> value);
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
