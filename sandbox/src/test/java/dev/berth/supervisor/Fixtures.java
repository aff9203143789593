package dev.berth.supervisor;

import dev.berth.protocol.Manifest;
import java.util.List;
import java.util.Map;

/// Manifests that differ in one thing.
final class Fixtures {
    private Fixtures() {}

    record Change(Manifest from) {
        Manifest environment(Map<String, String> environment) {
            return build(from.agent(), from.repositories(), environment, from.maxLifetimeSeconds());
        }

        Manifest runtime(String runtime) {
            return build(
                    new Manifest.Agent(runtime, null, Map.of()),
                    from.repositories(),
                    from.environment(),
                    from.maxLifetimeSeconds());
        }

        /// The one the agent works in.
        Manifest repository(String path) {
            var repository = new Manifest.Repository("app", "file:///unused", path, null);
            return build(from.agent(), List.of(repository), from.environment(), from.maxLifetimeSeconds());
        }

        /// Works in the first.
        Manifest repositories(List<Manifest.Repository> repositories) {
            return build(from.agent(), repositories, from.environment(), from.maxLifetimeSeconds());
        }

        private Manifest build(
                Manifest.Agent agent,
                List<Manifest.Repository> repositories,
                Map<String, String> environment,
                long maxLifetimeSeconds) {
            return new Manifest(
                    from.sandbox(),
                    from.session(),
                    from.generation(),
                    agent,
                    repositories,
                    repositories.isEmpty() ? null : repositories.getFirst().id(),
                    environment,
                    maxLifetimeSeconds,
                    from.flushAfterMillis(),
                    from.socketUrl(),
                    from.earlierTranscript(),
                    from.keep());
        }
    }
}
