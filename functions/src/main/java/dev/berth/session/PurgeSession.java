package dev.berth.session;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.StoredObjects;
import dev.berth.store.Partitions;

/// Removes all that a deleted session left: its log, its messages, its objects, and last its record, so that a purge
/// that was cut off is found again.
public final class PurgeSession {
    private final Partitions partitions;
    private final ObjectStore objects;

    public PurgeSession(Partitions partitions, ObjectStore objects) {
        this.partitions = partitions;
        this.objects = objects;
    }

    void purge(Session session) {
        var key = session.key();
        objects.deleteAll(StoredObjects.prefix(key));
        partitions.delete(EventLog.partition(key));
        partitions.delete(MessageQueue.partition(key));
        partitions.delete(SessionRows.partition(key));
    }
}
