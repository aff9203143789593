package dev.berth.sandbox;

import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LogSubject;
import dev.berth.session.Session;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.session.Sessions;
import dev.berth.session.StopReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The substrate tells that a sandbox has ended, and names it by its id alone.
public final class SandboxStopped {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxStopped.class);

    private final Sandboxes sandboxes;
    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final SandboxObserver observer;

    public SandboxStopped(
            Sandboxes sandboxes, Sessions sessions, SessionTransitions transitions, SandboxObserver observer) {
        this.sandboxes = sandboxes;
        this.sessions = sessions;
        this.transitions = transitions;
        this.observer = observer;
    }

    /// @param byHand somebody stopped it on the substrate, which is a way to stop a session
    public void stopped(String sandboxId, boolean byHand, Observation.Gone gone) {
        var sandbox = sandboxes.find(sandboxId).map(Sandbox::ref);
        if (sandbox.isEmpty()) {
            LOG.warn("{} ended, which no session had: {}", sandboxId, gone.detail());
            return;
        }
        LogSubject.is(sandbox.get());
        if (byHand && sessions.find(sandbox.get().session()).isPresent()) {
            transitions.apply(sandbox.get().session(), session -> decide(session, sandbox.get()));
        }
        observer.gone(sandbox.get(), gone);
    }

    private static Step decide(Session session, SandboxRef sandbox) {
        return session.generation() == sandbox.generation() && session.status().holdsSlot()
                ? Step.of(new StopAsked(StopReason.USER, null))
                : Step.of();
    }
}
