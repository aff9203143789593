package dev.berth.supervisor.control;

/// What came of one call to the control plane.
public sealed interface Reply<T> {
    record Answer<T>(T body) implements Reply<T> {}

    /// The call was understood and refused: the same call again would be too.
    record Refused<T>(int status, String detail) implements Reply<T> {}

    /// This sandbox's generation has ended, or its token is not known: nothing it says counts any more.
    record Ended<T>(int status) implements Reply<T> {}

    /// No answer, or one that says to come again.
    record Unavailable<T>(String detail) implements Reply<T> {}

    /// How an answer that is not a success is to be taken.
    static <T> Reply<T> ofFailure(int status, String detail) {
        return switch (status) {
            case 401, 410 -> new Ended<>(status);
            case 408, 425, 429 -> new Unavailable<>(status + " " + detail);
            default -> status >= 500 ? new Unavailable<>(status + " " + detail) : new Refused<>(status, detail);
        };
    }
}
