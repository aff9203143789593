package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a snapshot is made of.
///
/// @param environment what the setup script gets, besides what every process needs
/// @param setupSeconds how long the setup script may take
public record BuildPlan(
        List<Manifest.Repository> repositories,
        @Nullable String setupScript,
        Map<String, String> environment,
        long setupSeconds) {
    public BuildPlan {
        repositories = List.copyOf(repositories);
        environment = Map.copyOf(environment);
    }

    Duration setupLimit() {
        return Duration.ofSeconds(setupSeconds);
    }
}
