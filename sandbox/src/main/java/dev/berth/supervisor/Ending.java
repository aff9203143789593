package dev.berth.supervisor;

import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.Failure;
import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;

/// How a sandbox ends, by what ended it.
record Ending(Supervisor supervisor, AgentSession agent, Connection connection) {
    private static final Duration FLUSHED_WITHIN = Duration.ofSeconds(8);

    ExitCode make(Signal.Final cause) throws InterruptedException {
        System.err.println("Ending: " + cause);
        return switch (cause) {
            case Signal.Stop _ -> stop();
            case Signal.Abandon _ -> abandon();
            case Signal.Fail(var failure) -> fail(failure);
        };
    }

    private ExitCode stop() throws InterruptedException {
        try {
            supervisor.finish(new TurnEnded(TurnOutcome.INTERRUPTED, null, null, null), Supervisor.INTERRUPT_GRACE);
            supervisor.keepLast();
            return isTold() ? ExitCode.STOPPED : ExitCode.UNSENT;
        } catch (GenerationEnded e) {
            return ExitCode.UNSENT;
        }
    }

    /// What is broken is not kept.
    private ExitCode fail(Failure failure) throws InterruptedException {
        try {
            supervisor.finish(new TurnEnded(TurnOutcome.FAILED, null, null, failure.detail()), Duration.ZERO);
            isTold();
        } catch (GenerationEnded e) {
            System.err.println("Nobody to tell the rest: " + e.getMessage());
        }
        connection.tell(failure);
        return ExitCode.FAILED;
    }

    /// What was not acknowledged stays in the spool.
    private ExitCode abandon() throws InterruptedException {
        agent.close();
        return ExitCode.ABANDONED;
    }

    private boolean isTold() throws InterruptedException {
        return connection.outbox().drain(Deadline.in(FLUSHED_WITHIN));
    }
}
