package dev.berth.supervisor.archive;

import dev.berth.event.Failure;

/// An archive could not be made or restored.
public final class ArchiveFailed extends Exception {
    private final transient Failure failure;

    public ArchiveFailed(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
