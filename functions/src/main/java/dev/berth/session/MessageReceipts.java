package dev.berth.session;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.LogEntry;
import dev.berth.conversation.QueuedMessage;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.EventData.MessageReceived;
import dev.berth.organization.Ids;
import dev.berth.protocol.Protocol;
import java.nio.charset.StandardCharsets;

/// What the log is told of an accepted message. A text that is too long for an event is brought to the object store
/// before the event says where it is.
public final class MessageReceipts {
    private final ObjectStore objects;
    private final Ids ids;

    public MessageReceipts(ObjectStore objects, Ids ids) {
        this.objects = objects;
        this.ids = ids;
    }

    LogEntry of(QueuedMessage message) {
        return new LogEntry(message.at(), null, message.sender(), received(message));
    }

    private MessageReceived received(QueuedMessage message) {
        var text = message.text().getBytes(StandardCharsets.UTF_8);
        if (text.length <= Protocol.MAX_TEXT_BYTES) {
            return new MessageReceived(message.id(), message.text(), message.mode(), null, null, null);
        }
        var output = ids.next("out");
        objects.put(StoredObjects.output(message.session(), output), text);
        return new MessageReceived(
                message.id(),
                head(text),
                message.mode(),
                true,
                (long) text.length,
                "/v1/sessions/" + message.session().session() + "/outputs/" + output);
    }

    /// Without the half of a character at its end.
    private static String head(byte[] text) {
        var end = Protocol.TRUNCATED_TEXT_BYTES;
        while ((text[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
