package dev.berth.supervisor.codex;

import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One conversation with codex, over as many processes as it takes.
final class CodexSession implements AgentSession {
    private final CodexHost host;
    private final Conversation conversation;
    private final Translator translator;
    private final AgentListener listener;
    private final TurnUsage usage = new TurnUsage();
    private volatile CodexTurn turn = CodexTurn.none();
    private volatile @Nullable Codex codex;

    CodexSession(CodexHost host, Conversation conversation, Translator translator, AgentListener listener) {
        this.host = host;
        this.conversation = conversation;
        this.translator = translator;
        this.listener = listener;
    }

    /// A process, and who hears what it says.
    private record Codex(AppServer server, Hearing hearing) {
        void close() throws InterruptedException {
            hearing.expectEnd();
            server.close();
        }
    }

    /// Has codex ready for a first turn.
    synchronized void open() throws IOException, CodexFailed, InterruptedException {
        codex = start();
    }

    @Override
    public synchronized void startTurn(String text) throws InterruptedException {
        var begun = new CodexTurn(listener::turnEnded);
        turn = begun;
        try {
            begin(begun, living(), text);
        } catch (CodexFailed | IOException e) {
            // whether the turn runs may not be known, so that nothing must be left that could run it
            fail(begun, notBegun(String.valueOf(e.getMessage())));
            close();
            begun.end(new EventData.TurnEnded(TurnOutcome.FAILED, null, null, e.getMessage()));
        }
    }

    @Override
    public synchronized void interrupt(Deadline grace) throws InterruptedException {
        var running = codex;
        if (running != null && !turn.isOver()) {
            new TurnStop(host, conversation, running.server(), running.hearing(), turn).make(grace);
        }
    }

    @Override
    public synchronized void close() throws InterruptedException {
        var running = codex;
        if (running != null) {
            running.close();
        }
    }

    private void begin(CodexTurn begun, Codex running, String text)
            throws CodexFailed, IOException, InterruptedException {
        var server = running.server();
        begun.spare(server.tree().descendants());
        usage.begin();
        var request = Map.of("threadId", conversation.thread(), "input", conversation.input(text));
        server.call("turn/start", request, Deadline.in(CodexHost.ANSWERS_WITHIN));
        conversation.hasBegun();
        var silence = new SilenceWatch(begun, server::silence, host.settings().silence(), () -> giveUp(begun));
        Thread.ofVirtual().name("codex silence").start(silence);
    }

    private Codex living() throws IOException, CodexFailed, InterruptedException {
        var running = codex;
        if (running == null || !running.server().alive()) {
            running = start();
            codex = running;
        }
        return running;
    }

    private Codex start() throws IOException, CodexFailed, InterruptedException {
        var hearing = new Hearing(conversation, () -> turn, usage, translator, listener, this::endUninvited);
        var started = new Codex(host.start(hearing), hearing);
        try {
            conversation.open(started.server()).ifPresent(lost -> listener.event(EventData.Error.of(lost)));
        } catch (CodexFailed e) {
            started.close();
            throw e;
        }
        return started;
    }

    private synchronized void giveUp(CodexTurn silent) {
        try {
            fail(silent, tooSilent());
            if (silent == turn) {
                interrupt(Deadline.in(SilenceWatch.ENDS_WITHIN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(CodexTurn failed, Failure why) {
        if (failed.fail(why)) {
            listener.event(EventData.Error.of(why));
        }
    }

    /// One message is one turn: codex must not go on without being asked to.
    private void endUninvited(String uninvited) {
        var running = codex;
        if (running != null) {
            running.server().ask("turn/interrupt", Map.of("threadId", conversation.thread(), "turnId", uninvited));
        }
    }

    private Failure tooSilent() {
        return new Failure(
                "agent_silent",
                "Codex has said nothing for %d seconds, and is ended"
                        .formatted(host.settings().silence().toSeconds()),
                "See that the model at %s answers, and send the message again; agent.options.silenceSeconds in the profile"
                                .formatted(host.settings().baseUrl())
                        + " says how long is too long",
                MustAct.OPERATOR);
    }

    private static Failure notBegun(String why) {
        return new Failure(
                "agent_not_started",
                "Codex could not take the message: %s".formatted(why),
                "Send the message again; if it happens again, resume the session",
                MustAct.CALLER);
    }
}
