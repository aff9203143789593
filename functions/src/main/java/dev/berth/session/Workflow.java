package dev.berth.session;

/// Runs `session.asl.json`, one execution for each run of a session, and holds nothing but where it waits.
///
/// Every method may be repeated. Adapters report; the caller judges.
public interface Workflow {
    /// Starts an execution; does nothing when one of that name was ever started.
    ///
    /// @param name of the execution, used once and never again
    /// @param inputJson a pure function of what the name names
    void start(String name, String inputJson);

    /// Ends a wait with its result. What waits no longer is left alone.
    void succeed(String token, String outputJson);

    /// Ends a wait with an error that the definition may retry or catch. What waits no longer is left alone.
    ///
    /// @param error the name the definition matches
    /// @param cause for people
    void fail(String token, String error, String cause);

    /// Tells that what is waited for is alive. What waits no longer is left alone.
    void heartbeat(String token);

    /// How an execution stands; an execution nobody started is [Status#ABSENT].
    Status status(String name);

    enum Status {
        ABSENT,
        RUNNING,
        ENDED
    }
}
