package dev.berth.sandbox;

import dev.berth.conversation.EventLog;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.session.StopReason;
import dev.berth.session.Waits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every call of a sandbox also is: a sign of life, told to the workflow now and then, and the moment to judge
/// whether the session is idle.
public final class HearSandbox {
    /// Signs of life closer together than this are one.
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(30);

    private final Activities activities;
    private final SessionTransitions transitions;
    private final Waits waits;
    private final EventLog log;
    private final FlushPolicy flushPolicy;
    private final SteadySince steadySince;
    private final Clock clock;

    public HearSandbox(
            Activities activities,
            SessionTransitions transitions,
            Waits waits,
            EventLog log,
            FlushPolicy flushPolicy,
            SteadySince steadySince,
            Clock clock) {
        this.activities = activities;
        this.transitions = transitions;
        this.waits = waits;
        this.log = log;
        this.flushPolicy = flushPolicy;
        this.steadySince = steadySince;
        this.clock = clock;
    }

    /// Answers a heartbeat.
    public SandboxAnswer hear(SandboxCaller caller, dev.berth.protocol.Activity reported) {
        var acknowledged = log.tail(caller.sandbox().session())
                .lastBatchOf(caller.sandbox().generation());
        return hear(caller.session(), reported, acknowledged);
    }

    /// Answers any call.
    ///
    /// @param session as it is after the call was carried out
    public SandboxAnswer hear(Session session, dev.berth.protocol.Activity reported, long acknowledgedBatch) {
        var now = clock.instant();
        var before = activities.find(session.key()).orElse(null);
        var lastActiveAt = now.minusMillis(Math.max(0, reported.idleMillis()));
        if (isDue(before, session, now)) {
            note(session, before, lastActiveAt, now);
        }
        waits.check(session);
        var current = stopWhenIdle(session, lastActiveAt, now);
        return answer(current, acknowledgedBatch, hasViewer(before, now));
    }

    private static boolean isDue(@Nullable Activity before, Session session, Instant now) {
        return before == null
                || before.generation() != session.generation()
                || !now.isBefore(before.heardAt().plus(HEARTBEAT_EVERY))
                || now.isBefore(before.heardAt());
    }

    private void note(Session session, @Nullable Activity before, Instant lastActiveAt, Instant now) {
        var viewedUntil = before == null ? null : before.viewedUntil();
        activities.put(new Activity(session.key(), session.generation(), now, lastActiveAt, viewedUntil));
        waits.heartbeat(session);
    }

    private Session stopWhenIdle(Session session, Instant lastActiveAt, Instant now) {
        if (!IdleRule.isIdle(session, lastActiveAt, steadySince.instant(), now)) {
            return session;
        }
        return transitions
                .apply(
                        session.key(),
                        current -> IdleRule.isIdle(current, lastActiveAt, steadySince.instant(), now)
                                ? Step.of(new StopAsked(StopReason.IDLE, null))
                                : Step.of())
                .session();
    }

    private static boolean hasViewer(@Nullable Activity activity, Instant now) {
        var viewedUntil = activity == null ? null : activity.viewedUntil();
        return viewedUntil != null && now.isBefore(viewedUntil);
    }

    private SandboxAnswer answer(Session session, long acknowledgedBatch, boolean hasViewer) {
        var turn = session.turn();
        return new SandboxAnswer(
                acknowledgedBatch,
                flushPolicy.millis(hasViewer),
                session.queuedMessages(),
                turn != null && turn.interruptAsked() ? turn.id() : null,
                session.status() == SessionStatus.STOPPING);
    }
}
