package dev.berth.supervisor.agent;

import java.io.IOException;

/// A program could not do what was asked, in words for the session's log.
public class ProgramFailed extends IOException {
    public ProgramFailed(String detail) {
        super(detail);
    }

    /// It was ended, with all that it forked, since its time was over.
    public static final class TooSlow extends ProgramFailed {
        TooSlow(String program) {
            super("%s took too long".formatted(program));
        }
    }

    /// It was ended since it wrote more than it was to.
    public static final class TooMuchOutput extends ProgramFailed {
        TooMuchOutput(String program) {
            super("%s wrote too much".formatted(program));
        }
    }
}
