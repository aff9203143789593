package dev.berth.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entity tag of a draft: its revision in quotes.
final class DraftTag {
    private DraftTag() {}

    static String of(SavedDraft draft) {
        return "\"" + draft.revision() + "\"";
    }

    /// @param ifMatch the header as it came
    /// @throws dev.berth.http.ProblemException 428 when it names no state of the draft at all
    static boolean matches(@Nullable String ifMatch, SavedDraft draft) {
        if (ifMatch == null) {
            throw ProfileProblems.preconditionRequired("A draft is saved only over the state it was made from.");
        }
        if (ifMatch.strip().equals("*")) {
            throw ProfileProblems.preconditionRequired("If-Match: * would save over whatever others have saved.");
        }
        return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(of(draft)::equals);
    }
}
