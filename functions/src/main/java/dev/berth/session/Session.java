package dev.berth.session;

import dev.berth.event.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session's record: the truth about it. The workflow, the sandbox and the sockets only refer to it.
///
/// @param revision rises with every write; each write is conditional on the one it read
/// @param reason of `stopping`, `stopped` and `failed`
/// @param run counts starts and resumes, from 1; names the workflow execution
/// @param generation counts launches, from 1; 0 before the first
/// @param runGenerations launches taken in this run
/// @param sandbox of the current generation, once taken in this run
/// @param queuePosition place in the organization's queue; kept until the run is settled, in case it must go back
/// @param capacityMisses how often this run's predecessors found no capacity, in a row
/// @param lastMessage number of the newest message
/// @param resumeRequested while `stopping`: go back to `queued` when settled
/// @param queuedAt when this run began
/// @param lastEventSeq as of the last status change
/// @param lastActiveAt as of the last status change
/// @param workspace decided when a generation is taken; of the next one while none is
/// @param archive of a session that keeps its workspace
public record Session(
        SessionKey key,
        long revision,
        SessionSpec spec,
        SessionStatus status,
        @Nullable StopReason reason,
        @Nullable Failure failure,
        int run,
        int generation,
        int runGenerations,
        @Nullable String sandbox,
        LaunchState launch,
        @Nullable Wait waiting,
        @Nullable OpenTurn turn,
        int queuedMessages,
        long lastMessage,
        boolean resumeRequested,
        @Nullable String queuePosition,
        int capacityMisses,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt,
        long lastEventSeq,
        Instant lastActiveAt,
        WorkspaceOrigin workspace,
        @Nullable WorkspaceArchive archive,
        @Nullable Instant deletedAt) {

    /// The same session with some things changed, one revision on.
    Session changed(Consumer<SessionChange> edit) {
        var change = new SessionChange(this);
        edit.accept(change);
        return change.apply();
    }

    /// The same session with something added to a change that is not written yet.
    Session adjusted(Consumer<SessionChange> edit) {
        var change = new SessionChange(this);
        edit.accept(change);
        return change.applyWithin(revision);
    }

    /// What a sandbox that is launched now begins with.
    public Optional<WorkspaceArchive> toRestore() {
        return Optional.ofNullable(archive).filter(last -> !last.dropped());
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /// Of the workflow execution that runs the current run.
    public String executionName() {
        return key.session() + "-" + run;
    }
}
