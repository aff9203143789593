package dev.berth.session;

import dev.berth.conversation.Announcements;
import dev.berth.conversation.SandboxWaker;
import dev.berth.event.BusEvent;
import dev.berth.trigger.EventBus;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What a written change sets off. All of it may be lost with the process and may happen twice: readers go by the
/// record and the log, and the sweep looks at every wait again.
public final class SessionEffects {
    private final Waits waits;
    private final Announcements announcements;
    private final SandboxWaker waker;
    private final EventBus bus;
    private final Links links;
    private final Clock clock;

    public SessionEffects(
            Waits waits, Announcements announcements, SandboxWaker waker, EventBus bus, Links links, Clock clock) {
        this.waits = waits;
        this.announcements = announcements;
        this.waker = waker;
        this.bus = bus;
        this.links = links;
        this.clock = clock;
    }

    void after(@Nullable Session before, Session after, long lastSeq) {
        waits.check(after);
        if (lastSeq > 0) {
            announcements.appended(after.key(), lastSeq);
        }
        if (before != null && concernsSandbox(before, after)) {
            waker.wake(after.sandbox());
        }
        if (before == null || before.status() != after.status()) {
            publish(after);
        }
    }

    /// Tells others how a session stands; may be repeated.
    void publish(Session session) {
        switch (session.status()) {
            case QUEUED, STARTING, RUNNING, STOPPED, FAILED -> bus.publish(changed(session));
            case STOPPING -> {}
        }
    }

    private static boolean concernsSandbox(Session before, Session after) {
        return after.queuedMessages() > before.queuedMessages()
                || (after.status() != before.status() && after.status() == SessionStatus.STOPPING)
                || (after.turn() != null
                        && after.turn().interruptAsked()
                        && !after.turn().equals(before.turn()));
    }

    private BusEvent changed(Session session) {
        var reason = session.reason();
        return new BusEvent.SessionChanged(
                session.key().organization(),
                session.key().session(),
                session.spec().profile(),
                session.spec().version(),
                session.run(),
                session.status().wireName(),
                reason == null ? null : reason.wireName(),
                session.failure(),
                links.session(session.key()),
                clock.instant());
    }
}
