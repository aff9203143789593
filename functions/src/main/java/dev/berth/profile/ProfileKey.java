package dev.berth.profile;

/// Names a profile. The organization is part of it, so that another organization's id finds nothing.
///
/// @param organization `org_…`
/// @param profile `prf_…`
public record ProfileKey(String organization, String profile) {
    public VersionKey version(int number) {
        return new VersionKey(this, number);
    }

    /// The partition that all rows of this profile are in.
    public String partition() {
        return organization + "#" + profile;
    }
}
