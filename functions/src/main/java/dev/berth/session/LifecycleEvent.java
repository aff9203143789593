package dev.berth.session;

import dev.berth.event.Failure;
import org.jspecify.annotations.Nullable;

/// What can happen to a session.
public sealed interface LifecycleEvent {
    /// A slot is free for it.
    record Admitted() implements LifecycleEvent {}

    /// The next launch is about to be made, for this sandbox.
    record GenerationTaken(String sandbox) implements LifecycleEvent {}

    record Launched(int generation) implements LifecycleEvent {}

    /// The substrate has no room and nothing was launched.
    record CapacityMissed(int generation) implements LifecycleEvent {}

    /// The sandbox can be given work.
    record SandboxReady(int generation) implements LifecycleEvent {}

    /// The substrate says that nothing of the sandbox is left.
    ///
    /// @param failure that another launch would end in too; absent when it may be tried again
    record SandboxGone(
            int generation, String detail, @Nullable Failure failure) implements LifecycleEvent {
        public SandboxGone(int generation, String detail) {
            this(generation, detail, null);
        }
    }

    /// @param failure of the reasons `lost` and `failed`
    record StopAsked(StopReason reason, @Nullable Failure failure) implements LifecycleEvent {}

    /// @param fresh without what was kept of the workspace
    record ResumeAsked(boolean fresh) implements LifecycleEvent {
        public ResumeAsked() {
            this(false);
        }
    }

    /// @param interrupt ends a running turn
    record MessageAccepted(boolean interrupt) implements LifecycleEvent {}

    record InterruptAsked() implements LifecycleEvent {}

    record TurnTaken(String turn, String message) implements LifecycleEvent {}

    record TurnEnded(String turn) implements LifecycleEvent {}

    /// The workflow waits.
    record WaitBegun(Wait begun) implements LifecycleEvent {}

    /// Everything of the run has ended.
    record Settled() implements LifecycleEvent {}

    /// The workspace was kept.
    record ArchiveStored(WorkspaceArchive archive) implements LifecycleEvent {}

    /// What was kept has had its time.
    record ArchiveExpired() implements LifecycleEvent {}

    /// Nothing is left of an archive that was dropped.
    record ArchiveRemoved() implements LifecycleEvent {}

    record Deleted() implements LifecycleEvent {}
}
