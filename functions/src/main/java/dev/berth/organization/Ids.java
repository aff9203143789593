package dev.berth.organization;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/// Makes ids: a prefix that names the kind, and a ULID, so that they sort by the time they were made.
@FunctionalInterface
public interface Ids {
    /// @param prefix `ses`, `prf`, …
    String next(String prefix);

    static Ids ulids() {
        return prefix ->
                prefix + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }
}
