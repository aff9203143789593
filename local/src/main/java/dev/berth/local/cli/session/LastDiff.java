package dev.berth.local.cli.session;

import dev.berth.local.cli.api.Refused;
import dev.berth.local.cli.api.Sessions;

/// The last known diff of a session; empty when it never had one.
public final class LastDiff {
    private static final int NOT_FOUND = 404;

    private LastDiff() {}

    public static String of(Sessions sessions, String session) {
        try {
            return sessions.diff(session).text();
        } catch (Refused e) {
            if (e.status() == NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }
}
