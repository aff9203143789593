package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.snapshot.BuildObservation.Building;
import dev.berth.snapshot.BuildObservation.Failed;
import dev.berth.snapshot.BuildObservation.Succeeded;
import dev.berth.snapshot.BuildObservation.Unknown;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepDecisionTest {
    private static final Instant REQUESTED = Instant.parse("2026-11-22T10:00:00Z");

    /// Attempts before now, minutes since the last one, what the builder says, what the sweep does.
    @ParameterizedTest
    @CsvSource({
        "0,  0, Unknown,   Start",
        "0, 90, Unknown,   Start",
        "1,  0, Unknown,   Start",
        "1, 90, Unknown,   Start",
        "2,  1, Unknown,   Start",
        "3,  1, Unknown,   GiveUp build_lost",
        "0,  0, Building,  Start",
        "0, 90, Building,  Start",
        "1,  1, Building,  Wait",
        "1, 45, Building,  Wait",
        "1, 46, Building,  GiveUp build_timed_out",
        "3, 46, Building,  GiveUp build_timed_out",
        "1,  1, Succeeded, Record",
        "3, 90, Succeeded, Record",
        "1,  1, Failed,    Record",
        "0, 90, Failed,    Record",
    })
    void eachCaseIsDecided(int attempts, int minutes, String observed, String decided) {
        var build = Build.requested("bld_1", REQUESTED);
        for (int i = 0; i < attempts; i++) {
            build = build.started(REQUESTED);
        }

        var decision = SweepDecision.of(build, observation(observed), REQUESTED.plusSeconds(60L * minutes));

        assertThat(named(decision)).isEqualTo(decided);
    }

    private static BuildObservation observation(String name) {
        return switch (name) {
            case "Unknown" -> new Unknown();
            case "Building" -> new Building();
            case "Succeeded" -> new Succeeded(FakeSnapshotBuilder.artifactOf("bld_1"));
            case "Failed" -> new Failed(FakeSnapshotBuilder.failureOf("bld_1"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String named(SweepDecision decision) {
        return switch (decision) {
            case SweepDecision.Wait() -> "Wait";
            case SweepDecision.Start() -> "Start";
            case SweepDecision.Record() -> "Record";
            case SweepDecision.GiveUp(var failure) -> "GiveUp " + failure.code();
        };
    }
}
