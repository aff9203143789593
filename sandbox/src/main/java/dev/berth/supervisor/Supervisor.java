package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.Turn;
import dev.berth.supervisor.Standing.Work;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Has the agent run the turns that the control plane gives, until something ends the sandbox. One thread does all of
/// this; what the others learn comes to it as [Signal]s.
final class Supervisor {
    static final Duration INTERRUPT_GRACE = Duration.ofSeconds(3);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(60);

    private final Mailbox mailbox;
    private final TurnTaker turns;
    private final AgentSession agent;
    private final Outbox outbox;
    private final SessionLog log;
    private final ActivityClock activity;
    private final TurnCloser closer;
    private final Optional<ArchiveKeeper> keeper;
    private Standing standing = Standing.IDLE;

    /// @param keeper of a session whose workspace is kept
    Supervisor(
            Connection connection,
            AgentSession agent,
            SessionLog log,
            TurnCloser closer,
            Optional<ArchiveKeeper> keeper) {
        this.mailbox = connection.mailbox();
        this.turns = new TurnTaker(connection.controlPlane(), connection.persistence(), mailbox);
        this.outbox = connection.outbox();
        this.activity = connection.activity();
        this.agent = agent;
        this.log = log;
        this.closer = closer;
        this.keeper = keeper;
    }

    /// Returns what is to end it.
    Signal.Final serve() throws GenerationEnded, InterruptedException {
        mailbox.attend();
        while (true) {
            switch (mailbox.take()) {
                case Signal.Answered(var answer) -> told(answer);
                case Signal.Woken _ -> standing = standing.woken();
                case Signal.TurnTaken(var turn) -> taken(turn);
                case Signal.TurnEnded(var end) -> ended(end);
                case Signal.ArchiveSettled() -> archiveSettled();
                case Signal.Final end -> {
                    return end;
                }
            }
            act();
        }
    }

    /// Ends the running turn and the agent, and has what there is to say of them in the outbox.
    ///
    /// @param unseen the end of a turn that still runs
    void finish(EventData.TurnEnded unseen, Duration grace) throws GenerationEnded, InterruptedException {
        for (var end : mailbox.takeTurnEnds()) {
            ended(end);
        }
        agent.interrupt(Deadline.in(grace));
        agent.close();
        var deadline = mailbox.deadline(CLOSED_WITHIN);
        if (standing.turn().isPresent()) {
            closer.close(withWhatIsKnown(unseen, mailbox.takeTurnEnds()), deadline);
        } else {
            closer.saveDiff(deadline);
        }
    }

    /// Keeps what is there when everything else has ended.
    void keepLast() throws InterruptedException {
        outbox.flush();
        if (keeper.isPresent()) {
            keeper.get().keepLast();
        }
    }

    private void archiveSettled() throws InterruptedException {
        if (keeper.isPresent()) {
            keeper.get().settle(standing.turn().isEmpty());
        }
    }

    private void told(SandboxAnswer answer) {
        standing = standing.told(answer);
        if (standing.work() instanceof Work.Ended(var mark) && outbox.hasAcknowledged(mark)) {
            standing = standing.at(new Work.None());
        }
        if (answer.stop()) {
            mailbox.put(new Signal.Stop("the control plane asked for it"));
        }
    }

    private void taken(Optional<Turn> given) throws InterruptedException {
        if (given.isEmpty()) {
            standing = standing.withNothingQueued();
            return;
        }
        var turn = given.get();
        standing = standing.at(new Work.Running(turn));
        log.enter(turn.turn());
        activity.turnStarted();
        agent.startTurn(turn.text());
    }

    private void ended(EventData.TurnEnded end) throws GenerationEnded, InterruptedException {
        if (standing.turn().isEmpty()) {
            return;
        }
        var interrupted = standing.work() instanceof Work.Interrupting;
        closer.close(interrupted ? asInterrupted(end) : end, mailbox.deadline(CLOSED_WITHIN));
        activity.turnEnded();
        standing = standing.at(new Work.Ended(outbox.flush()));
        if (keeper.isPresent()) {
            keeper.get().turnEnded();
        }
    }

    private void act() throws InterruptedException {
        switch (standing.next()) {
            case WAIT -> {}
            case TAKE_TURN -> {
                standing = standing.at(new Work.Taking());
                turns.take();
            }
            case INTERRUPT -> {
                standing.turn().ifPresent(turn -> standing = standing.at(new Work.Interrupting(turn)));
                agent.interrupt(Deadline.in(INTERRUPT_GRACE));
            }
        }
    }

    /// What the agent still said of the turn while it was ended.
    private static EventData.TurnEnded withWhatIsKnown(EventData.TurnEnded end, List<EventData.TurnEnded> said) {
        return said.isEmpty()
                ? end
                : new EventData.TurnEnded(
                        end.outcome(),
                        said.getFirst().exitCode(),
                        said.getFirst().usage(),
                        end.detail());
    }

    private static EventData.TurnEnded asInterrupted(EventData.TurnEnded end) {
        return new EventData.TurnEnded(TurnOutcome.INTERRUPTED, end.exitCode(), end.usage(), end.detail());
    }
}
