package dev.berth.local.cli;

import org.jspecify.annotations.Nullable;

/// Why a command could not do what it was asked, and what to do about it. Printed without a stack trace.
public class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final int exitCode;

    public CommandFailure(String detail, String remedy) {
        this(detail, remedy, ExitCode.FAILED, null);
    }

    public CommandFailure(String detail, String remedy, @Nullable Throwable cause) {
        this(detail, remedy, ExitCode.FAILED, cause);
    }

    public CommandFailure(String detail, String remedy, int exitCode, @Nullable Throwable cause) {
        super(detail, cause);
        this.remedy = remedy;
        this.exitCode = exitCode;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public int exitCode() {
        return exitCode;
    }
}
