package dev.berth.local.driver;

import dev.berth.protocol.Manifest;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildPlan;

/// Turns what is asked of a builder into what the build is told.
public final class BuildPlans {
    private BuildPlans() {}

    public static BuildPlan of(BuildRequest request) {
        var content = request.content();
        var repositories = content.repositories().stream()
                .map(repository -> new Manifest.Repository(
                        repository.id(), repository.url(), repository.path(), repository.branch()))
                .toList();
        return new BuildPlan(
                repositories,
                content.setupScript(),
                content.environment(),
                request.timeLimit().toSeconds());
    }
}
