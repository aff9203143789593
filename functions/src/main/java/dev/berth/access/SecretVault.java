package dev.berth.access;

import java.util.Optional;

/// Keeps secrets by name. Values are never logged and never in a row.
public interface SecretVault {
    /// Stores a new value under a name, whether it had one or not; read back at once.
    void put(String name, String value);

    /// Stores a value unless the name has one; whatever is stored afterwards is the answer.
    String putIfAbsent(String name, String value);

    Optional<String> read(String name);

    /// Removes a secret; one that is not there is left alone.
    void delete(String name);
}
