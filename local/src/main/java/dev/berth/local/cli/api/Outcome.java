package dev.berth.local.cli.api;

import org.jspecify.annotations.Nullable;

/// One try of a request: how it went, and what to give or throw if it was the last.
record Outcome(
        Retry.Try result, @Nullable Answer answer, @Nullable Unreachable failure) {
    private static final int FIRST_ERROR_STATUS = 400;

    static Outcome answered(Answer answer) {
        return new Outcome(new Retry.Try.Answered(answer.status()), answer, null);
    }

    static Outcome failed(Retry.Try result, Unreachable failure) {
        return new Outcome(result, null, failure);
    }

    Answer answerOrThrow() {
        if (answer == null) {
            throw failure == null ? new IllegalStateException("a try has an answer or a failure") : failure;
        }
        if (answer.status() >= FIRST_ERROR_STATUS) {
            throw new Refused(answer.status(), Problem.read(answer.status(), answer.text()));
        }
        return answer;
    }
}
