package dev.berth.profile;

/// Knows what an organization's drafts may ask for now.
@FunctionalInterface
public interface DraftPolicies {
    DraftPolicy of(String organization);
}
