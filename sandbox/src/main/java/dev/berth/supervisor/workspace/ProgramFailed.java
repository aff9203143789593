package dev.berth.supervisor.workspace;

/// A program could not do what it was run for, in words for the session's log.
public class ProgramFailed extends Exception {
    public ProgramFailed(String detail) {
        super(detail);
    }
}
