package dev.berth.supervisor;

/// What the supervisor's exit code says to whoever launched it.
enum ExitCode {
    /// Finished in good order, or another supervisor holds the folder.
    STOPPED(0),
    /// Could not go on, and said why.
    FAILED(1),
    /// Was started wrongly.
    USAGE(2),
    /// Its generation has ended, or nobody answered.
    ABANDONED(3),
    /// Finished, and the last events are still in the spool.
    UNSENT(4);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
