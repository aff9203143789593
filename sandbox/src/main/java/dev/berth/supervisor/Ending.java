package dev.berth.supervisor;

import dev.berth.event.EventData.TurnEnded;
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
            case Signal.Fail(var failure) -> {
                finish(new TurnEnded(TurnOutcome.FAILED, null, null, failure.detail()), Duration.ZERO);
                connection.tell(failure);
                yield ExitCode.FAILED;
            }
        };
    }

    private ExitCode stop() throws InterruptedException {
        return finish(new TurnEnded(TurnOutcome.INTERRUPTED, null, null, null), Supervisor.INTERRUPT_GRACE)
                ? ExitCode.STOPPED
                : ExitCode.UNSENT;
    }

    /// What was not acknowledged stays in the spool.
    private ExitCode abandon() throws InterruptedException {
        agent.close();
        return ExitCode.ABANDONED;
    }

    private boolean finish(TurnEnded turn, Duration grace) throws InterruptedException {
        try {
            supervisor.finish(turn, grace);
            return connection.outbox().drain(Deadline.in(FLUSHED_WITHIN));
        } catch (GenerationEnded e) {
            return false;
        }
    }
}
