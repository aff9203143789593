package dev.berth.local.bench.live;

import dev.berth.local.bench.Distribution;
import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.profile.SnapshotWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Making a snapshot of a small repository with a setup script that does nothing, once all images are there.
record SnapshotTime(Scene scene) implements Measurement {
    private static final String PART = "h: snapshot";
    private static final int BUILDS = 5;
    private static final String COMMITTING = "== Committing the snapshot";

    @Override
    public String title() {
        return "Making snapshots in containers";
    }

    @Override
    public List<Figure> take() {
        List<Duration> builds = new ArrayList<>();
        List<Duration> commits = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            build(build, builds, commits);
        }
        return List.of(
                Figure.of(PART, "publish to ready, p50", new Distribution(builds).millis(50), "ms"),
                Figure.of(PART, "of that committing, p50", new Distribution(commits).millis(50), "ms"));
    }

    private void build(int number, List<Duration> builds, List<Duration> commits) {
        var profiles = new Profiles(scene.api());
        var committing = new AtomicLong();
        var began = System.nanoTime();
        var version = scene.profile().publish(scene.api(), "true " + number);
        new SnapshotWatch(profiles, said -> {
                    if (said.contains(COMMITTING)) {
                        committing.compareAndSet(0, System.nanoTime());
                    }
                })
                .untilEnded(scene.profile().id(), version);
        var ended = System.nanoTime();
        builds.add(Duration.ofNanos(ended - began));
        commits.add(Duration.ofNanos(committing.get() == 0 ? 0 : ended - committing.get()));
    }
}
