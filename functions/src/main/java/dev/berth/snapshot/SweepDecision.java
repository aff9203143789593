package dev.berth.snapshot;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.snapshot.BuildObservation.Building;
import dev.berth.snapshot.BuildObservation.Failed;
import dev.berth.snapshot.BuildObservation.Succeeded;
import dev.berth.snapshot.BuildObservation.Unknown;
import java.time.Instant;

/// What the sweep does about a build that has not been recorded as ended.
sealed interface SweepDecision {
    /// It runs, and has time left.
    record Wait() implements SweepDecision {}

    /// Nobody runs it, or it is not known to run: starting it again finds it.
    record Start() implements SweepDecision {}

    /// It has ended, and whoever was to record that did not.
    record Record() implements SweepDecision {}

    record GiveUp(Failure failure) implements SweepDecision {}

    static SweepDecision of(Build build, BuildObservation observation, Instant now) {
        return switch (observation) {
            case Succeeded _, Failed _ -> new Record();
            case Unknown() -> build.attempts() < BuildLimits.ATTEMPTS ? new Start() : new GiveUp(lost());
            case Building() -> running(build, now);
        };
    }

    private static SweepDecision running(Build build, Instant now) {
        if (build.startedAt() == null) {
            return new Start();
        }
        return now.isAfter(build.startedAt().plus(BuildLimits.ATTEMPT)) ? new GiveUp(overdue()) : new Wait();
    }

    private static Failure lost() {
        return new Failure(
                "build_lost",
                "What ran the build went away %d times before it ended.".formatted(BuildLimits.ATTEMPTS),
                "Look at the end of the build log; when the setup script is not to blame, refresh the snapshot.",
                MustAct.CALLER);
    }

    private static Failure overdue() {
        return new Failure(
                "build_timed_out",
                "The build did not end within %d minutes.".formatted(BuildLimits.ATTEMPT.toMinutes()),
                "Look at the end of the build log for what does not end, mend it in the draft and publish again.",
                MustAct.CALLER);
    }
}
