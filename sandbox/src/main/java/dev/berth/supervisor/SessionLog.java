package dev.berth.supervisor;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.control.Outbox;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Puts events into the outbox with the turn they belong to.
final class SessionLog {
    private final Outbox outbox;
    private final InstantSource clock;
    private volatile @Nullable String turn;

    SessionLog(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void enter(String started) {
        turn = started;
    }

    void leave() {
        turn = null;
    }

    void byAgent(EventData data) {
        add(Actor.AGENT, data);
    }

    void bySandbox(EventData data) {
        add(Actor.SANDBOX, data);
    }

    void error(String code, String detail, String remedy) {
        error(new Failure(code, detail, remedy, MustAct.NOBODY));
    }

    void error(Failure failure) {
        bySandbox(EventData.Error.of(failure));
    }

    private void add(Actor actor, EventData data) {
        outbox.add(new SandboxEvent(clock.instant(), turn, actor, data));
    }
}
