package dev.berth.profile;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What publishing a draft comes to.
sealed interface Publication {
    /// The newest version has the same content.
    record Unchanged(ProfileVersion version) implements Publication {}

    record Refused(List<DraftIssue> issues) implements Publication {}

    record NewVersion() implements Publication {}

    /// @param issues asked only when something would be published
    static Publication of(Draft draft, @Nullable ProfileVersion newest, Supplier<List<DraftIssue>> issues) {
        if (newest != null && newest.content().equals(draft)) {
            return new Unchanged(newest);
        }
        var found = issues.get();
        return found.isEmpty() ? new NewVersion() : new Refused(found);
    }
}
