package dev.berth.session;

import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.session.LifecycleEvent.SandboxGone;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The net under everything: at start and each minute it compares records with workflow and substrate, and does what
/// somebody who ended half-way did not get to.
public final class SweepSessions {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSessions.class);

    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final SessionWorkflow sessionWorkflow;
    private final Workflow workflow;
    private final Waits waits;
    private final SettleSession settle;
    private final AdmitNext admitNext;
    private final SandboxDriver driver;
    private final PurgeSession purge;
    private final ExpireArchive expire;
    private final Clock clock;

    public SweepSessions(
            Sessions sessions,
            SessionTransitions transitions,
            Workflow workflow,
            Waits waits,
            SettleSession settle,
            AdmitNext admitNext,
            SandboxDriver driver,
            PurgeSession purge,
            ExpireArchive expire,
            Clock clock) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.sessionWorkflow = new SessionWorkflow(workflow);
        this.workflow = workflow;
        this.waits = waits;
        this.settle = settle;
        this.admitNext = admitNext;
        this.driver = driver;
        this.purge = purge;
        this.expire = expire;
        this.clock = clock;
    }

    public void sweep() {
        var live = sessions.live().toList();
        live.forEach(session -> attempt("sweep", session.key(), () -> sweep(session.key())));
        driver.list().forEach(sandbox -> attempt("sweep", sandbox.session(), () -> stopOrphan(sandbox)));
        admitQueued(live);
        sessions.deleted().forEach(session -> attempt("purge", session.key(), () -> purge.purge(session)));
        sessions.keptUntil(clock.instant().minus(WorkspaceArchive.KEPT))
                .forEach(session -> attempt("expire", session.key(), () -> expire.expire(session.key())));
    }

    private void sweep(SessionKey key) {
        var session = sessions.find(key).orElse(null);
        if (session == null || !session.status().holdsSlot()) {
            return;
        }
        LogSubject.is(session);
        var decision = SweepDecision.of(session, workflow.status(session.executionName()), observe(session));
        switch (decision) {
            case SweepDecision.Nothing _ -> {}
            case SweepDecision.StartWorkflow _ -> sessionWorkflow.ensureStarted(session);
            case SweepDecision.Settle _ -> settle.settle(key, session.run());
            case SweepDecision.ReportGone(var gone) ->
                transitions.apply(key, new SandboxGone(session.generation(), gone.detail(), gone.failure()));
            case SweepDecision.CheckWait _ -> waits.check(session);
        }
    }

    private Observation observe(Session session) {
        var sandbox = session.sandbox();
        return sandbox == null || session.launch() != LaunchState.LAUNCHED
                ? new Observation.Standing()
                : driver.observe(new SandboxRef(sandbox, session.key(), session.generation()));
    }

    /// A launch may be under way whose record is not written yet only for a sandbox whose intent is: what no current
    /// generation names belongs to nobody.
    private void stopOrphan(SandboxRef sandbox) {
        LogSubject.is(sandbox);
        var isWanted = sessions.find(sandbox.session())
                .filter(session -> session.generation() == sandbox.generation())
                .filter(session -> session.status().holdsSlot())
                .isPresent();
        if (!isWanted) {
            LOG.warn("Stopping {}, which belongs to no session that runs", sandbox);
            driver.stop(sandbox);
        }
    }

    private void admitQueued(List<Session> live) {
        var organizations = new HashSet<String>();
        live.stream()
                .filter(session -> session.status() == SessionStatus.QUEUED)
                .forEach(session -> organizations.add(session.key().organization()));
        organizations.forEach(
                organization -> attempt("admit in " + organization, () -> admitNext.admitAll(organization)));
    }

    private static void attempt(String what, SessionKey key, Runnable effect) {
        LogSubject.during(key, () -> attempt(what + " " + key, effect));
    }

    /// One that cannot be mended must not keep the others from it.
    private static void attempt(String what, Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException failure) {
            LOG.error("Could not {}", what, failure);
        }
    }
}
