package dev.berth.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a profile says a sandbox is: the editable draft, and, once published, a version's content.
/// The JSON shape is the contract's `Draft`; what is absent there has its default here.
public record Draft(
        String baseImage,
        Agent agent,
        @Nullable String setupScript,
        Resources resources,
        List<Repository> repositories,
        List<Map<String, Object>> connections,
        Map<String, String> environment,
        int idleTimeoutMinutes,
        int maxLifetimeMinutes,
        boolean persistent,
        String network) {

    public static final int DEFAULT_IDLE_TIMEOUT_MINUTES = 15;
    public static final int DEFAULT_MAX_LIFETIME_MINUTES = 480;

    /// A new profile's draft.
    public static final Draft EMPTY = new Draft(null, null, null, null, null, null, null, null, null, null, null);

    public Draft {
        repositories = List.copyOf(repositories);
        connections = FreeForm.copyOf(connections);
        environment = FreeForm.copyOf(environment);
    }

    /// From JSON, where any field may be absent.
    @JsonCreator
    public Draft(
            @Nullable String baseImage,
            @Nullable Agent agent,
            @Nullable String setupScript,
            @Nullable Resources resources,
            @Nullable List<Repository> repositories,
            @Nullable List<Map<String, Object>> connections,
            @Nullable Map<String, String> environment,
            @Nullable Integer idleTimeoutMinutes,
            @Nullable Integer maxLifetimeMinutes,
            @Nullable Boolean persistent,
            @Nullable String network) {
        this(
                baseImage == null ? "default" : baseImage,
                agent == null ? Agent.DEFAULT : agent,
                setupScript,
                resources == null ? Resources.DEFAULT : resources,
                repositories == null ? List.of() : repositories,
                connections == null ? List.of() : connections,
                environment == null ? Map.of() : environment,
                idleTimeoutMinutes == null ? DEFAULT_IDLE_TIMEOUT_MINUTES : (int) idleTimeoutMinutes,
                maxLifetimeMinutes == null ? DEFAULT_MAX_LIFETIME_MINUTES : (int) maxLifetimeMinutes,
                persistent != null && (boolean) persistent,
                network == null ? "open" : network);
    }

    /// What a sandbox needs to know: setup ran once, when the snapshot was built.
    public Draft withoutSetup() {
        return new Draft(
                baseImage,
                agent,
                null,
                resources,
                repositories,
                connections,
                environment,
                idleTimeoutMinutes,
                maxLifetimeMinutes,
                persistent,
                network);
    }

    /// @param runtime an entry of the runtime catalog
    public record Agent(String runtime, @Nullable String model, Map<String, Object> options) {
        public static final Agent DEFAULT = new Agent("shell", null, Map.of());

        public Agent {
            options = options == null ? Map.of() : FreeForm.copyOf(options);
        }
    }

    /// @param cpu virtual CPUs
    public record Resources(double cpu, int memoryMiB, int diskGiB) {
        public static final Resources DEFAULT = new Resources(1, 2048, 20);
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
}
