package dev.berth.session;

import dev.berth.profile.Draft;
import org.jspecify.annotations.Nullable;

/// Which of a version's repositories the agent works in.
final class StartableRepository {
    private StartableRepository() {}

    /// The repository asked for; the only one when none was asked for; none where the version has none.
    ///
    /// @throws dev.berth.http.ProblemException 400 when it is not known which
    static @Nullable String of(Draft content, @Nullable String asked) {
        var known = content.repositories().stream().map(Draft.Repository::id).toList();
        if (asked != null) {
            if (!known.contains(asked)) {
                throw SessionProblems.noSuchRepository(asked, known);
            }
            return asked;
        }
        if (known.size() > 1) {
            throw SessionProblems.repositoryMissing(known);
        }
        return known.isEmpty() ? null : known.getFirst();
    }
}
