package dev.berth.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sandbox is to be: the answer to the bootstrap exchange, and of `GET /sandbox/v1/manifest`.
///
/// @param repository id of the repository the agent works in; absent when the profile has none or none was chosen
/// @param environment what the agent's processes get, besides what every process needs
/// @param maxLifetimeSeconds the sandbox ends itself this long after it is ready
/// @param socketUrl `ws(s)://…`, opened with the same bearer token: any message on it means "call a heartbeat now"
/// @param earlierTranscript what was said before this run, for the agent to read; absent in a first run
/// @param keep absent when the session does not keep its workspace
public record Manifest(
        String sandbox,
        String session,
        int generation,
        Agent agent,
        List<Repository> repositories,
        @Nullable String repository,
        Map<String, String> environment,
        long maxLifetimeSeconds,
        int flushAfterMillis,
        String socketUrl,
        @Nullable String earlierTranscript,
        @Nullable Keep keep) {

    public Manifest {
        repositories = List.copyOf(repositories);
        environment = Map.copyOf(environment);
    }

    /// The one that the agent works in.
    public Optional<Repository> chosenRepository() {
        return repositories.stream()
                .filter(each -> each.id().equals(repository))
                .findFirst();
    }

    /// What the workspace is to be like before the agent starts; empty when it begins fresh.
    public Optional<Restore> restore() {
        return Optional.ofNullable(keep).map(Keep::restore);
    }

    /// @param runtime an entry of the runtime catalog: `shell`, `codex`
    public record Agent(String runtime, @Nullable String model, Map<String, Object> options) {
        public Agent {
            options = Map.copyOf(options);
        }
    }

    /// @param path below the workspace, relative
    /// @param branch a branch or a tag; the default branch when absent
    /// @param depth how many commits of history there are to be; all of them when absent
    public record Repository(
            String id,
            String url,
            String path,
            @Nullable String branch,
            @Nullable Integer depth) {}

    /// The workspace and the agent's state are to outlive the sandbox.
    ///
    /// @param maxArchiveBytes of one archive
    /// @param restore what the workspace is to be like before the agent starts; absent when it begins fresh
    public record Keep(long maxArchiveBytes, @Nullable Restore restore) {}

    /// The session's last complete archive.
    ///
    /// @param url takes a `GET` without further credentials, for an hour
    /// @param crc32c as in [ArchiveReport]
    public record Restore(String url, long bytes, String crc32c) {}
}
