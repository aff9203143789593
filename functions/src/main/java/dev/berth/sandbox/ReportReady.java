package dev.berth.sandbox;

import dev.berth.conversation.LogEntry;
import dev.berth.event.Actor;
import dev.berth.event.EventData.SandboxPhase;
import dev.berth.protocol.ReadyReport;
import dev.berth.session.LifecycleEvent.SandboxReady;
import dev.berth.session.Session;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sandbox can be given work: `starting → running`, with how long each phase took.
public final class ReportReady {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReady.class);

    private final SessionTransitions transitions;
    private final Clock clock;

    public ReportReady(SessionTransitions transitions, Clock clock) {
        this.transitions = transitions;
        this.clock = clock;
    }

    public Session ready(SandboxCaller caller, ReadyReport report) {
        var sandbox = caller.sandbox();
        var now = clock.instant();
        var phases = phases(caller.session(), sandbox, report.phases(), now);
        var applied = transitions.apply(sandbox.session(), _ -> Step.of(new SandboxReady(sandbox.generation()))
                .telling(entries(phases, now)));
        if (applied.changed()) {
            LOG.info(StartPhases.line(phases));
        }
        return applied.session();
    }

    private static List<SandboxPhase> phases(
            Session session, Sandbox sandbox, List<SandboxPhase> reported, Instant now) {
        var all = new ArrayList<SandboxPhase>();
        all.add(new SandboxPhase("admit", millis(session.queuedAt(), sandbox.createdAt())));
        all.add(new SandboxPhase("launch", launchMillis(sandbox, reported)));
        all.addAll(reported);
        all.add(new SandboxPhase("ready", millis(session.queuedAt(), now)));
        return all;
    }

    private static List<LogEntry> entries(List<SandboxPhase> phases, Instant now) {
        return phases.stream()
                .map(phase -> new LogEntry(now, null, Actor.SANDBOX, phase))
                .toList();
    }

    /// From the intent to the supervisor's first call, less what the supervisor says it needed to get there.
    private static long launchMillis(Sandbox sandbox, List<SandboxPhase> reported) {
        var bootedAt = sandbox.bootedAt() == null ? sandbox.createdAt() : sandbox.bootedAt();
        var boot = reported.stream()
                .filter(phase -> phase.phase().equals("boot"))
                .mapToLong(SandboxPhase::durationMillis)
                .sum();
        return Math.max(0, millis(sandbox.createdAt(), bootedAt) - boot);
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
