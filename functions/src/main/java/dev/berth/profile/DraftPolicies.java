package dev.berth.profile;

import dev.berth.organization.Organizations;

/// Knows what an organization's drafts may ask for now.
@FunctionalInterface
public interface DraftPolicies {
    static DraftPolicies of(Organizations organizations, DraftPolicy.Platform platform) {
        return id -> {
            var organization = organizations.get(id);
            return new DraftPolicy(
                    organization.settings().persistentSandboxes(),
                    organization.limits().maxLifetimeMinutes(),
                    platform);
        };
    }

    DraftPolicy of(String organization);
}
