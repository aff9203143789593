package dev.berth.local.harness;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Wherever the control plane is killed, what was acknowledged is there and everything goes on. `harness.count` and
/// `harness.seed` choose the kills; a count of all points or more must hit every one.
@Tag("harness")
class KillHarnessIT {
    private static final long SEED = Long.getLong("harness.seed", 1);

    /// A control plane's start is most of what a kill costs, so several kills share a scenario.
    private static final int TOGETHER = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<Kill> possible = new ArrayList<>();
    private final Set<String> hit = new TreeSet<>();
    private int scenarios;

    @TestFactory
    Stream<DynamicTest> aKilledControlPlaneGoesOnWhereItWas() {
        // one after the other: the kills are chosen from what was recorded
        return Stream.<Supplier<Stream<DynamicTest>>>of(this::unharmed, this::killed, this::rest)
                .flatMap(Supplier::get);
    }

    private Stream<DynamicTest> unharmed() {
        return Stream.of(dynamicTest(
                "nobody kills it", () -> possible.addAll(play(List.of()).passed())));
    }

    private Stream<DynamicTest> rest() {
        return Stream.of(dynamicTest("a long run hits every point", this::hitWhatIsLeft));
    }

    private Stream<DynamicTest> killed() {
        return KillPlan.scenarios(KillPlan.of(possible, count(), SEED), TOGETHER)
                .map(kills -> dynamicTest("killed " + kills, () -> playKilled(kills)));
    }

    private void playKilled(Collection<Kill> kills) throws Exception {
        play(List.copyOf(kills)).killed().forEach(kill -> hit.add(kill.point()));
    }

    /// A kill may not have been passed because of those before it: then alone, at the first passing.
    private void hitWhatIsLeft() throws Exception {
        if (count() >= points().size()) {
            for (var point : neverHit()) {
                playKilled(List.of(new Kill(point, 1)));
            }
            assertThat(neverHit()).isEmpty();
        }
        System.out.printf(
                "Seed %d. Hit %d of %d points:%n%s%nNever hit:%n%s%n",
                SEED, hit.size(), points().size(), lines(hit), lines(neverHit()));
    }

    Driver driver() {
        return Driver.process;
    }

    /// Kills when nobody says how many.
    int usualCount() {
        return 20;
    }

    private int count() {
        return Integer.getInteger("harness.count", usualCount());
    }

    private Trace play(List<Kill> kills) throws Exception {
        var root = folder.resolve("scenario-" + ++scenarios);
        try (var controlPlane = new ControlPlaneChild(root, driver(), kills)) {
            new Scenario(controlPlane).play();
            return controlPlane.trace();
        }
    }

    private Set<String> points() {
        var points = new TreeSet<String>();
        possible.forEach(kill -> points.add(kill.point()));
        return points;
    }

    private Set<String> neverHit() {
        var points = points();
        points.removeAll(hit);
        return points;
    }

    private static String lines(Collection<String> points) {
        return points.stream().map(point -> "  " + point).collect(joining("\n"));
    }
}
