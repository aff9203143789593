package dev.berth.local.cli;

/// Exit codes, the same for every command.
public final class ExitCode {
    public static final int DONE = 0;
    /// The request was refused or did not work; for `run`: the turn failed.
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /// The session failed, or could not be started.
    public static final int SESSION_FAILED = 3;
    /// Somebody interrupted: Ctrl-C here, or the turn was interrupted.
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
