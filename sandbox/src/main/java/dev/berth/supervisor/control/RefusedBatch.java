package dev.berth.supervisor.control;

import dev.berth.event.EventData;
import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.MustAct;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.SandboxEvent;
import java.util.List;
import java.util.Optional;

/// What to send instead of a batch that the control plane will not take: halves, until the event at fault stands alone
/// and is replaced by one that says what is missing.
final class RefusedBatch {
    private static final String CODE = "event_refused";

    private RefusedBatch() {}

    /// Empty when nothing smaller can be said: the two sides do not understand each other.
    static Optional<List<List<SandboxEvent>>> instead(EventBatch batch, int status) {
        var events = batch.events();
        if (events.size() > 1) {
            var half = events.size() / 2;
            return Optional.of(List.of(events.subList(0, half), events.subList(half, events.size())));
        }
        return replacement(events.getFirst(), status).map(event -> List.of(List.of(event)));
    }

    private static Optional<SandboxEvent> replacement(SandboxEvent refused, int status) {
        return switch (refused.data()) {
            case EventData.Error error when error.code().equals(CODE) -> Optional.empty();
            case TurnEnded end when end.usage() == null && end.detail() == null -> Optional.empty();
            case TurnEnded end -> Optional.of(with(refused, new TurnEnded(end.outcome(), end.exitCode(), null, null)));
            case EventData data -> Optional.of(with(refused, explanation(data, status)));
        };
    }

    private static EventData.Error explanation(EventData data, int status) {
        return new EventData.Error(
                CODE,
                "An event of type %s was refused by the control plane with %d and is missing here"
                        .formatted(data.getClass().getSimpleName(), status),
                "See the control plane's log for the reason",
                MustAct.OPERATOR);
    }

    private static SandboxEvent with(SandboxEvent event, EventData data) {
        return new SandboxEvent(event.at(), event.turn(), event.actor(), data);
    }
}
