package dev.berth.profile;

import dev.berth.protocol.AgentOption;
import java.util.List;
import java.util.Map;

/// What a draft may ask for.
///
/// @param persistentAllowed the organization allows sandboxes that keep their workspace
/// @param maxLifetimeMinutes the organization's limit
public record DraftPolicy(boolean persistentAllowed, int maxLifetimeMinutes, Platform platform) {

    /// What this installation can do for any organization.
    ///
    /// @param runtimes names in the runtime catalog, each with the options it takes
    /// @param customBaseImages a base image other than `default` can be started
    /// @param gatewayForced nothing leaves a sandbox but through the egress gateway
    public record Platform(
            Map<String, List<AgentOption>> runtimes,
            boolean customBaseImages,
            boolean gatewayForced,
            RepositoryUrlPolicy repositoryUrls) {
        public Platform {
            runtimes = Map.copyOf(runtimes);
        }
    }
}
