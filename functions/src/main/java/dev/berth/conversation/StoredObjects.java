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

    public static String output(SessionKey session, String output) {
        return prefix(session) + "outputs/" + output;
    }
}
