package dev.berth.profile;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What publishing a draft comes to.
sealed interface Publication {
    /// The newest version has the same content.
    record Unchanged() implements Publication {}

    record Refused(List<DraftIssue> issues) implements Publication {}

    record NewVersion() implements Publication {}

    /// @param newest the newest version's content
    /// @param issues asked only when something would be published
    static Publication of(Draft draft, @Nullable Draft newest, Supplier<List<DraftIssue>> issues) {
        if (draft.equals(newest)) {
            return new Unchanged();
        }
        var found = issues.get();
        return found.isEmpty() ? new NewVersion() : new Refused(found);
    }
}
