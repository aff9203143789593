package dev.berth.session;

import dev.berth.organization.Organization.Limits;
import dev.berth.organization.Organizations;
import java.time.Clock;

/// What becomes of a run that wants to begin: it takes a slot, waits in the queue, or is turned away.
public final class Intake {
    private final Organizations organizations;
    private final AdmissionGate gate;
    private final Clock clock;

    public Intake(Organizations organizations, AdmissionGate gate, Clock clock) {
        this.organizations = organizations;
        this.gate = gate;
        this.clock = clock;
    }

    /// Whether a slot is taken now; else the queue is next.
    ///
    /// @throws dev.berth.http.ProblemException 429 when the queue is as long as it may be, too
    boolean startsAtOnce(Admission admission) {
        var limits = organizations.get(admission.organization()).limits();
        var atOnce = gate.isOpen() && admission.startsAtOnce(limits.concurrentSessions(), clock.instant());
        if (!atOnce) {
            requireQueue(admission, limits);
        }
        return atOnce;
    }

    /// @throws dev.berth.http.ProblemException 429 when there is neither a slot nor a place in the queue
    void requirePlace(Admission admission) {
        startsAtOnce(admission);
    }

    private static void requireQueue(Admission admission, Limits limits) {
        if (admission.queue().size() >= limits.queuedSessions()) {
            throw SessionProblems.queueFull(limits.queuedSessions());
        }
    }
}
