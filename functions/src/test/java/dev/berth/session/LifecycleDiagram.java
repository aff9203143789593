package dev.berth.session;

import static dev.berth.session.SessionBuilder.FAILURE;
import static dev.berth.session.SessionBuilder.NOW;
import static dev.berth.session.SessionBuilder.session;

import dev.berth.session.LifecycleEvent.Admitted;
import dev.berth.session.LifecycleEvent.ArchiveExpired;
import dev.berth.session.LifecycleEvent.ArchiveRemoved;
import dev.berth.session.LifecycleEvent.ArchiveStored;
import dev.berth.session.LifecycleEvent.CapacityMissed;
import dev.berth.session.LifecycleEvent.Deleted;
import dev.berth.session.LifecycleEvent.GenerationTaken;
import dev.berth.session.LifecycleEvent.InterruptAsked;
import dev.berth.session.LifecycleEvent.Launched;
import dev.berth.session.LifecycleEvent.MessageAccepted;
import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.LifecycleEvent.SandboxReady;
import dev.berth.session.LifecycleEvent.Settled;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LifecycleEvent.TurnEnded;
import dev.berth.session.LifecycleEvent.TurnTaken;
import dev.berth.session.LifecycleEvent.WaitBegun;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The state diagram in Mermaid, found by trying every event on a session in every status.
final class LifecycleDiagram {
    private static final List<LifecycleEvent> EVENTS = List.of(
            new Admitted(),
            new GenerationTaken("sbx_2"),
            new Launched(1),
            new CapacityMissed(1),
            new SandboxReady(1),
            new SandboxGone(1, "gone"),
            new StopAsked(StopReason.USER, null),
            new StopAsked(StopReason.FAILED, FAILURE),
            new ResumeAsked(),
            new MessageAccepted(false),
            new InterruptAsked(),
            new TurnTaken("trn_2", "msg_2"),
            new TurnEnded("trn_1"),
            new WaitBegun(new Wait(1, Wait.State.STOP, 9, 1, "token")),
            new Settled(),
            new Deleted());

    private LifecycleDiagram() {}

    static String mermaid() {
        var edges = new LinkedHashMap<String, Set<String>>();
        for (var status : SessionStatus.values()) {
            variants(status).forEach(before -> EVENTS.forEach(event -> note(edges, before, event)));
        }
        return """
                ```mermaid
                stateDiagram-v2
                    [*] --> queued
                    [*] --> starting: a slot is free
                %s
                ```
                """.formatted(lines(edges));
    }

    /// Sessions of that status between which an event may make a difference.
    private static Stream<Session> variants(SessionStatus status) {
        return switch (status) {
            case RUNNING ->
                Stream.of(session(status)
                        .withTurn("trn_1")
                        .withQueuedMessages(0)
                        .stopWhenDone()
                        .build());
            case STOPPING ->
                Stream.of(
                        session(status).build(),
                        session(status)
                                .with(change -> change.reason = StopReason.FAILED)
                                .build(),
                        session(status)
                                .with(change -> change.resumeRequested = true)
                                .build());
            case QUEUED, STARTING, STOPPED, FAILED -> Stream.of(session(status).build());
        };
    }

    private static void note(Map<String, Set<String>> edges, Session before, LifecycleEvent event) {
        if (SessionLifecycle.apply(before, event, NOW) instanceof Transition.Changed(var after)
                && after.status() != before.status()) {
            var edge = before.status().wireName() + " --> " + after.status().wireName();
            edges.computeIfAbsent(edge, _ -> new LinkedHashSet<>()).add(label(event, after));
        }
    }

    private static String label(LifecycleEvent event, Session after) {
        return switch (event) {
            case Admitted _ -> "a slot is free";
            case GenerationTaken _ -> "launch begins";
            case Launched _ -> "launched";
            case CapacityMissed _ -> "no capacity";
            case SandboxReady _ -> "sandbox ready";
            case SandboxGone _ -> "sandbox lost";
            case StopAsked asked -> asked.failure() == null ? "stop" : "failure";
            case ResumeAsked _ -> "resume";
            case MessageAccepted _ -> "message";
            case InterruptAsked _ -> "interrupt";
            case TurnTaken _ -> "turn begins";
            case TurnEnded _ -> "done";
            case WaitBegun _ -> "wait";
            case Settled _ -> after.status() == SessionStatus.QUEUED ? "settled, to be resumed" : "settled";
            case ArchiveStored _ -> "workspace kept";
            case ArchiveExpired _, ArchiveRemoved _ -> "kept workspace removed";
            case Deleted _ -> "delete";
        };
    }

    private static String lines(Map<String, Set<String>> edges) {
        return edges.entrySet().stream()
                .map(edge -> "    " + edge.getKey() + ": " + String.join(", ", edge.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
