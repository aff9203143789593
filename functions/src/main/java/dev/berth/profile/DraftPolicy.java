package dev.berth.profile;

import java.util.Set;

/// What a draft may ask for.
///
/// @param persistentAllowed the organization allows sandboxes that keep their workspace
/// @param maxLifetimeMinutes the organization's limit
public record DraftPolicy(boolean persistentAllowed, int maxLifetimeMinutes, Platform platform) {

    /// What this installation can do for any organization.
    ///
    /// @param runtimes names in the runtime catalog
    /// @param customBaseImages a base image other than `default` can be started
    /// @param gatewayForced nothing leaves a sandbox but through the egress gateway
    public record Platform(
            Set<String> runtimes, boolean customBaseImages, boolean gatewayForced, RepositoryUrlPolicy repositoryUrls) {
        public Platform {
            runtimes = Set.copyOf(runtimes);
        }
    }
}
