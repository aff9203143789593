package dev.berth.session;

import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.QueuedMessage;
import dev.berth.event.Actor;
import dev.berth.event.MessageMode;
import dev.berth.organization.Ids;
import dev.berth.session.LifecycleEvent.MessageAccepted;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;

/// Accepts a message for the agent. The session's record changes in the same transaction, so that a message and an
/// idle stop cannot both win; to an ended session it is also a resume.
public final class SendMessage {
    private final SessionTransitions transitions;
    private final MessageQueue messages;
    private final MessageReceipts receipts;
    private final ResumableVersion version;
    private final AdmitNext admitNext;
    private final Ids ids;
    private final Clock clock;

    public SendMessage(
            SessionTransitions transitions,
            MessageQueue messages,
            MessageReceipts receipts,
            ResumableVersion version,
            AdmitNext admitNext,
            Ids ids,
            Clock clock) {
        this.transitions = transitions;
        this.messages = messages;
        this.receipts = receipts;
        this.version = version;
        this.admitNext = admitNext;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param alongside adds to the transaction that accepts the message
    /// @throws dev.berth.http.ProblemException when it would resume the session and that cannot be: 409 or 429
    public QueuedMessage send(
            SessionKey key,
            Actor sender,
            String text,
            MessageMode mode,
            BiConsumer<Transaction, QueuedMessage> alongside) {
        var checked = MessageText.checked("/text", text);
        var id = ids.next("msg");
        var accepted = new QueuedMessage[1];
        var session = transitions
                .apply(key, current -> {
                    version.require(current);
                    var message = new QueuedMessage(
                            key, current.lastMessage() + 1, id, checked, mode, sender, clock.instant());
                    accepted[0] = message;
                    return step(message, alongside);
                })
                .session();
        if (session.status() == SessionStatus.QUEUED) {
            admitNext.admitAll(key.organization());
        }
        return accepted[0];
    }

    private Step step(QueuedMessage message, BiConsumer<Transaction, QueuedMessage> alongside) {
        return Step.of(new MessageAccepted(message.mode() == MessageMode.INTERRUPT))
                .telling(List.of(receipts.of(message)))
                .with(transaction -> {
                    messages.add(transaction, message);
                    alongside.accept(transaction, message);
                });
    }
}
