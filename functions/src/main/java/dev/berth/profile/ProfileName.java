package dev.berth.profile;

import java.util.Locale;

/// Holds a name for one profile of an organization. Names that differ only in case are one name.
record ProfileName(String organization, String name, String profile) {
    static ProfileName of(Profile profile) {
        return new ProfileName(
                profile.key().organization(), profile.name(), profile.key().profile());
    }

    String partition() {
        return organization + "#profile-name#" + name.toLowerCase(Locale.ROOT);
    }
}
