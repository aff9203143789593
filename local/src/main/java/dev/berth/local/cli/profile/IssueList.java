package dev.berth.local.cli.profile;

import dev.berth.local.cli.api.Issue;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Terminal;
import java.util.List;

/// What keeps a draft from being published, for people.
final class IssueList {
    private IssueList() {}

    static void print(List<Issue> issues, Terminal terminal) {
        if (issues.isEmpty()) {
            terminal.note("The draft can be published.");
            return;
        }
        terminal.complain(terminal.style().ink(Ink.YELLOW, "The draft cannot be published yet:"));
        issues.forEach(issue -> terminal.complain(text(issue)));
    }

    private static String text(Issue issue) {
        String where = issue.pointer() == null ? "" : issue.pointer() + ": ";
        String what = issue.detail() == null ? String.valueOf(issue.code()) : issue.detail();
        String remedy = issue.remedy() == null ? "" : "\n    → " + SafeText.of(issue.remedy());
        return "  " + SafeText.of(where + what) + remedy;
    }
}
