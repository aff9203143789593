package dev.berth.local.cli.transcript;

import dev.berth.event.EventData;
import org.jspecify.annotations.Nullable;

/// What an agent asked of the network, and which rule answered.
final class AccessText {
    private AccessText() {}

    static String of(EventData.AccessGranted granted) {
        return text(granted.method(), granted.host(), granted.path(), granted.rule(), granted.reason());
    }

    static String of(EventData.AccessDenied denied) {
        return text(denied.method(), denied.host(), denied.path(), denied.rule(), denied.reason());
    }

    private static String text(String method, String host, String path, String rule, @Nullable String reason) {
        return "%s %s%s by %s%s".formatted(method, host, path, rule, reason == null ? "" : ": " + reason);
    }
}
