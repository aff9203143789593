package dev.berth.local.driver;

import dev.berth.sandbox.Manifests;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildPlan;

/// Turns what is asked of a builder into what the build is told.
public final class BuildPlans {
    private BuildPlans() {}

    public static BuildPlan of(BuildRequest request) {
        var content = request.content();
        return new BuildPlan(
                Manifests.repositories(content),
                content.setupScript(),
                content.environment(),
                request.timeLimit().toSeconds());
    }
}
