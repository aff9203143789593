package dev.berth.supervisor.codex;

import dev.berth.event.EventData;
import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.agent.AgentListener;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the events and the ends of the session's turns of what one codex process says.
final class Hearing implements AppServer.Listener {
    private final Conversation conversation;
    private final Supplier<CodexTurn> turn;
    private final TurnUsage usage;
    private final Translator translator;
    private final AgentListener listener;
    private final Consumer<String> uninvited;
    private final OpenCalls calls = new OpenCalls();
    private volatile boolean endExpected;

    /// @param turn the newest one
    /// @param uninvited told of a turn that codex began by itself
    Hearing(
            Conversation conversation,
            Supplier<CodexTurn> turn,
            TurnUsage usage,
            Translator translator,
            AgentListener listener,
            Consumer<String> uninvited) {
        this.conversation = conversation;
        this.turn = turn;
        this.usage = usage;
        this.translator = translator;
        this.listener = listener;
        this.uninvited = uninvited;
    }

    @Override
    public void notified(String thread, Notification notification) {
        if (isOfAnother(thread)) {
            return;
        }
        switch (notification) {
            case Notification.TurnStarted(var id) -> began(id);
            case Notification.TurnEnded ended -> ended(ended);
            case Notification.TokensUsed used -> usage.used(used);
            case Notification.ItemStarted(var item) -> began(item, notification);
            case Notification.ItemEnded(var item) -> ended(item, notification);
            case Notification.ModelFailed(var error, var willRetry) -> failed(error, willRetry, notification);
            case Notification.TextPiece _, Notification.OutputPiece _, Notification.Warned _, Notification.Other _ ->
                tell(notification);
        }
    }

    @Override
    public void gone(int exitCode, String lastWords) {
        calls.giveUpAll().forEach(listener::event);
        if (!endExpected) {
            fail(died(exitCode, lastWords));
        }
        end(TurnOutcome.FAILED);
    }

    /// Its process is about to be ended.
    void expectEnd() {
        endExpected = true;
    }

    /// Has the turn fail, and says why, unless that was said before.
    void fail(Failure why) {
        if (turn.get().fail(why)) {
            listener.event(EventData.Error.of(why));
        }
    }

    /// The commands of the turn that codex does not end have no result but this.
    void giveUpCommands() {
        calls.giveUp(turn.get().running().keySet()).forEach(listener::event);
    }

    void end(TurnOutcome outcome) {
        var failure = turn.get().failure();
        turn.get().end(new TurnEnded(outcome, null, usage.ofTurn(), failure == null ? null : failure.detail()));
    }

    /// An agent that our agent has started is heard of by what ours makes of it.
    private boolean isOfAnother(String thread) {
        return !thread.isEmpty() && !conversation.thread().isEmpty() && !thread.equals(conversation.thread());
    }

    private void began(String id) {
        if (!turn.get().began(id)) {
            uninvited.accept(id);
        }
    }

    private void ended(Notification.TurnEnded ended) {
        if (!turn.get().began(ended.turn())) {
            return;
        }
        if (ended.error() != null) {
            fail(ModelFault.of(ended.error(), turn.get().retried()));
        }
        end(outcome(ended.status(), turn.get().failure()));
    }

    private void began(Item item, Notification notification) {
        calls.began(item);
        if (item instanceof Item.Command command) {
            turn.get().began(command);
        }
        tell(notification);
    }

    private void ended(Item item, Notification notification) {
        if (calls.ended(item)) {
            tell(notification);
        }
        turn.get().ended(item);
    }

    private void failed(ModelError error, boolean willRetry, Notification notification) {
        if (willRetry) {
            turn.get().retries(error);
            tell(notification);
        } else {
            fail(ModelFault.of(error, turn.get().retried()));
        }
    }

    private void tell(Notification notification) {
        translator.events(notification).forEach(listener::event);
    }

    private static TurnOutcome outcome(String status, @Nullable Failure failure) {
        return switch (status) {
            case "completed" -> TurnOutcome.COMPLETED;
            case "interrupted" -> failure == null ? TurnOutcome.INTERRUPTED : TurnOutcome.FAILED;
            default -> TurnOutcome.FAILED;
        };
    }

    private static Failure died(int exitCode, String lastWords) {
        return new Failure(
                "agent_died",
                "Codex ended with exit code %d in the middle of the turn%s"
                        .formatted(exitCode, lastWords.isEmpty() ? "" : ": " + lastWords),
                "Send the message again: Codex is started anew and remembers what was said",
                MustAct.CALLER);
    }
}
