package dev.berth.profile;

import dev.berth.http.Problem;
import dev.berth.http.Problem.FieldError;
import dev.berth.http.ProblemException;
import java.util.List;
import java.util.Map;

/// What a caller is told when a profile cannot be made, or its draft not saved or published.
final class ProfileProblems {
    private ProfileProblems() {}

    static ProblemException nameTaken(String name) {
        return Problem.of(
                        409,
                        "profile_name_taken",
                        "The name is taken",
                        "Another profile of the organization is called '%s'.".formatted(name),
                        "Use another name, or delete that profile first.")
                .exception();
    }

    static ProblemException preconditionRequired(String fault) {
        return Problem.of(
                        428,
                        "precondition_required",
                        "If-Match is needed",
                        fault,
                        "GET the draft, and send the ETag of that answer as If-Match, so that nobody's edit is lost.")
                .exception();
    }

    static ProblemException draftChanged(SavedDraft current) {
        return Problem.of(
                        412,
                        "draft_changed",
                        "The draft was changed meanwhile",
                        "If-Match does not name the draft as it is now, which is %s.".formatted(DraftTag.of(current)),
                        "GET the draft again, apply your change to it, and PUT it with its ETag.")
                .exception();
    }

    static ProblemException hasIssues(List<DraftIssue> issues) {
        return new Problem(
                        409,
                        "draft_has_issues",
                        "The draft cannot be published",
                        issues.size() == 1
                                ? "The draft has an issue."
                                : "The draft has %d issues.".formatted(issues.size()),
                        "Mend what 'errors' lists, save the draft, and publish again.",
                        issues.stream()
                                .map(issue -> new FieldError(issue.pointer(), issue.detail() + " " + issue.remedy()))
                                .toList(),
                        Map.of())
                .exception();
    }
}
