package dev.berth.supervisor.control;

import dev.berth.protocol.Protocol;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Repeats calls until they are answered. All calls of a sandbox go through one of these, which so knows for how long
/// there has been no answer to any.
public final class Persistence {
    private final Backoff backoff;
    private final Duration orphanedAfter;
    private final RandomGenerator random;
    private volatile long lastAnswerNanos = System.nanoTime();

    public Persistence(Backoff backoff, Duration orphanedAfter, RandomGenerator random) {
        this.backoff = backoff;
        this.orphanedAfter = orphanedAfter;
        this.random = random;
    }

    public static Persistence standard(RandomGenerator random) {
        return new Persistence(Backoff.CALLS, Protocol.ORPHANED_AFTER, random);
    }

    /// For as long as it takes.
    ///
    /// @throws GenerationEnded when the control plane says so, or has been silent for too long
    public <T> Settled<T> untilAnswered(Supplier<Reply<T>> call, Pause pause)
            throws GenerationEnded, InterruptedException {
        for (var attempt = 0; ; attempt++) {
            var settled = settle(call.get());
            if (settled.isPresent()) {
                return settled.get();
            }
            requireHope();
            pause.rest(backoff.after(attempt, random));
        }
    }

    /// Until the deadline; empty when it passed without an answer.
    public <T> Optional<Settled<T>> until(Deadline deadline, Supplier<Reply<T>> call)
            throws GenerationEnded, InterruptedException {
        for (var attempt = 0; ; attempt++) {
            var settled = settle(call.get());
            var rest = backoff.after(attempt, random);
            if (settled.isPresent() || deadline.remaining().compareTo(rest) < 0) {
                return settled;
            }
            Thread.sleep(rest);
        }
    }

    /// An answer that will not change by asking again.
    public sealed interface Settled<T> {
        record Answered<T>(T body) implements Settled<T> {}

        record Refused<T>(int status, String detail) implements Settled<T> {}
    }

    private <T> Optional<Settled<T>> settle(Reply<T> reply) throws GenerationEnded {
        if (!(reply instanceof Reply.Unavailable<T>)) {
            lastAnswerNanos = System.nanoTime();
        }
        return switch (reply) {
            case Reply.Answer<T>(var body) -> Optional.of(new Settled.Answered<>(body));
            case Reply.Refused<T>(var status, var detail) -> Optional.of(new Settled.Refused<>(status, detail));
            case Reply.Ended<T>(var status) -> throw new GenerationEnded("the control plane answered " + status);
            case Reply.Unavailable<T>(var detail) -> unavailable(detail);
        };
    }

    private static <T> Optional<Settled<T>> unavailable(String detail) {
        System.err.println("No answer from the control plane: " + detail);
        return Optional.empty();
    }

    private void requireHope() throws GenerationEnded {
        if (System.nanoTime() - lastAnswerNanos > orphanedAfter.toNanos()) {
            throw new GenerationEnded("no answer for " + orphanedAfter);
        }
    }
}
