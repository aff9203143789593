package dev.berth.conversation;

import dev.berth.session.SessionKey;

/// Where a session's objects are in the object store: all below one prefix, so that they go together.
public final class StoredObjects {
    private StoredObjects() {}

    public static String prefix(SessionKey session) {
        return session.organization() + "/" + session.session() + "/";
    }

    public static String diff(SessionKey session, int generation) {
        return prefix(session) + "diff/" + generation;
    }

    /// Every archive of the session, also those that were not completed.
    public static String archives(SessionKey session) {
        return prefix(session) + "archives/";
    }

    /// Never overwritten: each upload has a name of its own.
    public static String archive(SessionKey session, int generation, String archive) {
        return archives(session) + generation + "/" + archive;
    }

    public static String output(SessionKey session, String output) {
        return prefix(session) + "outputs/" + output;
    }
}
