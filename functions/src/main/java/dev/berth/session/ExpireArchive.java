package dev.berth.session;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.LogEntry;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.EventData;
import dev.berth.event.MustAct;
import dev.berth.session.LifecycleEvent.ArchiveExpired;
import dev.berth.session.LifecycleEvent.ArchiveRemoved;
import dev.berth.session.SessionTransitions.Step;
import java.time.Clock;
import java.util.List;

/// Removes what was kept of a session's workspace when it has had its time. The record says first that no run begins
/// with it, and last that it is gone: whoever ends in between is followed by another who goes on.
public final class ExpireArchive {
    private final SessionTransitions transitions;
    private final ObjectStore objects;
    private final Clock clock;

    public ExpireArchive(SessionTransitions transitions, ObjectStore objects, Clock clock) {
        this.transitions = transitions;
        this.objects = objects;
        this.clock = clock;
    }

    void expire(SessionKey key) {
        var session = transitions
                .apply(key, _ -> Step.of(new ArchiveExpired()).telling(List.of(told())))
                .session();
        var archive = session.archive();
        if (archive != null && archive.dropped() && session.status().isEnded()) {
            for (var generation = 1; generation <= archive.generation(); generation++) {
                objects.deleteAll(StoredObjects.archive(key, generation, ""));
            }
            transitions.apply(key, new ArchiveRemoved());
        }
    }

    private LogEntry told() {
        return LogEntry.berth(
                clock.instant(),
                new EventData.Error(
                        "archive_expired",
                        "What was kept of the workspace was removed %d days after the last run."
                                .formatted(WorkspaceArchive.KEPT.toDays()),
                        "A resume begins with a fresh workspace; the agent gets the earlier transcript to read.",
                        MustAct.NOBODY));
    }
}
