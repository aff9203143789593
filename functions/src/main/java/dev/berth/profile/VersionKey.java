package dev.berth.profile;

/// Names a published version of a profile.
///
/// @param number from 1, without gaps
public record VersionKey(ProfileKey profile, int number) {
    /// Sort key of a row of this version: numbers sort as text.
    public String sort(String kind) {
        return "%s#%010d".formatted(kind, number);
    }
}
