package dev.berth.supervisor;

import dev.berth.protocol.Manifest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Manifests that differ in one thing.
final class Fixtures {
    private Fixtures() {}

    record Change(Manifest from) {
        Manifest environment(Map<String, String> environment) {
            return build(from.agent(), from.repositories(), environment, from.earlierTranscript());
        }

        Manifest runtime(String runtime) {
            return agent(new Manifest.Agent(runtime, null, Map.of()));
        }

        Manifest agent(Manifest.Agent agent) {
            return build(agent, from.repositories(), from.environment(), from.earlierTranscript());
        }

        Manifest earlierTranscript(String text) {
            return build(from.agent(), from.repositories(), from.environment(), text);
        }

        /// The one the agent works in.
        Manifest repository(String path) {
            return repository(path, "file:///unused");
        }

        /// The one the agent works in, as `git clone` gets it from there.
        Manifest repository(String path, String url) {
            var repository = new Manifest.Repository("app", url, path, null, null);
            return build(from.agent(), List.of(repository), from.environment(), from.earlierTranscript());
        }

        /// Works in the first.
        Manifest repositories(List<Manifest.Repository> repositories) {
            return build(from.agent(), repositories, from.environment(), from.earlierTranscript());
        }

        private Manifest build(
                Manifest.Agent agent,
                List<Manifest.Repository> repositories,
                Map<String, String> environment,
                @Nullable String earlierTranscript) {
            return new Manifest(
                    from.sandbox(),
                    from.session(),
                    from.generation(),
                    agent,
                    repositories,
                    repositories.isEmpty() ? null : repositories.getFirst().id(),
                    environment,
                    from.maxLifetimeSeconds(),
                    from.flushAfterMillis(),
                    from.socketUrl(),
                    earlierTranscript,
                    from.keep());
        }
    }
}
