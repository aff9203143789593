package dev.berth.session;

import dev.berth.event.Json;

/// Starts the workflow of a session's run. Name and input are a pure function of session and run, so it may be
/// started again by whoever finds it missing.
public final class SessionWorkflow {
    private final Workflow workflow;

    public SessionWorkflow(Workflow workflow) {
        this.workflow = workflow;
    }

    /// Does nothing for a session that holds no slot: the queue is not a workflow.
    public void ensureStarted(Session session) {
        if (session.status().holdsSlot()) {
            workflow.start(session.executionName(), input(session));
        }
    }

    private static String input(Session session) {
        return Json.MAPPER.writeValueAsString(new Input(
                session.key().organization(),
                session.key().session(),
                session.run(),
                session.spec().maxLifetime().toSeconds()));
    }

    private record Input(String organization, String session, int run, long lifetimeSeconds) {}
}
