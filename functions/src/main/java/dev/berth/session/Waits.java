package dev.berth.session;

import dev.berth.event.Json;
import java.util.Map;

/// Ends the workflow's wait for a session when the record says that it is over.
public final class Waits {
    private final Workflow workflow;

    public Waits(Workflow workflow) {
        this.workflow = workflow;
    }

    /// May be called at any time, by anybody who has just read or written the record.
    public void check(Session session) {
        var wait = session.waiting();
        if (wait != null) {
            WaitEnd.of(session).ifPresent(end -> end(wait.token(), end));
        }
    }

    /// Checks at the end of a step. An execution whose run has passed waits for nothing: its token is not on record.
    void check(Session session, StepInput input) {
        if (session.run() != input.run() && input.token() != null) {
            workflow.fail(input.token(), WaitEnd.SUPERSEDED, "the session is in run " + session.run());
        } else {
            check(session);
        }
    }

    /// Tells the workflow that the session is alive.
    public void heartbeat(Session session) {
        var wait = session.waiting();
        if (wait != null && wait.state() == Wait.State.SERVE) {
            workflow.heartbeat(wait.token());
        }
    }

    private void end(String token, WaitEnd end) {
        switch (end) {
            case WaitEnd.Succeeds _ -> workflow.succeed(token, Json.MAPPER.writeValueAsString(Map.of()));
            case WaitEnd.Fails(var error, var cause) -> workflow.fail(token, error, cause);
        }
    }
}
