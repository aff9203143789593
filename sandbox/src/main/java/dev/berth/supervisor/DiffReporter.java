package dev.berth.supervisor;

import dev.berth.event.EventData.DiffUpdated;
import dev.berth.event.EventData.FileChanged;
import dev.berth.protocol.UploadRequest;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.FileChanges;
import dev.berth.supervisor.workspace.WorkspaceDiff;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Tells which files changed, and brings the session's diff to the control plane when it did.
final class DiffReporter {
    private final SessionLog log;
    private final Uploads uploads;
    private final Optional<WorkspaceDiff> workspace;
    private String reportedState;

    /// @param workspace empty when the agent does not work in a repository
    DiffReporter(SessionLog log, Uploads uploads, Optional<WorkspaceDiff> workspace) {
        this.log = log;
        this.uploads = uploads;
        this.workspace = workspace;
        this.reportedState = workspace.map(WorkspaceDiff::state).orElse("");
    }

    /// @param told what the agent itself has said of that
    void report(Set<FileChanged> told, Deadline deadline) throws GenerationEnded, InterruptedException {
        if (workspace.isEmpty()) {
            return;
        }
        try {
            tell(workspace.get().changes(deadline), told);
            reportDiff(workspace.get(), deadline);
        } catch (IOException e) {
            log.error(
                    "diff_unavailable",
                    "What changed in the workspace is not known: %s".formatted(e.getMessage()),
                    "See whether git status works in the repository, and send another message");
        }
    }

    private void tell(FileChanges changes, Set<FileChanged> told) {
        changes.files().stream().filter(change -> !told.contains(change)).forEach(log::bySandbox);
        if (changes.more() > 0) {
            log.error(
                    "file_changes_cut",
                    "%d more files changed than are listed here".formatted(changes.more()),
                    "See the session's diff for all of them; list what is generated in .gitignore");
        }
    }

    private void reportDiff(WorkspaceDiff diff, Deadline deadline)
            throws ProgramFailed, IOException, GenerationEnded, InterruptedException {
        if (diff.state().equals(reportedState)) {
            return;
        }
        var counts = diff.counts(deadline);
        uploads.upload(UploadRequest.Kind.DIFF, diff.diff(deadline), deadline);
        reportedState = diff.state();
        log.bySandbox(new DiffUpdated(counts.files(), counts.additions(), counts.deletions()));
    }
}
