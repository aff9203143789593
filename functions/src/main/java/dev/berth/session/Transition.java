package dev.berth.session;

/// What an event makes of a session.
public sealed interface Transition {
    record Changed(Session session) implements Transition {}

    /// It is so already, or it is about something that has passed: nothing to write.
    record Unchanged() implements Transition {}

    /// It must not happen in this status.
    record Refused(String because) implements Transition {}
}
