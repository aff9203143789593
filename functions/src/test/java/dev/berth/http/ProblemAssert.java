package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Says which problem a call ends with.
public final class ProblemAssert {
    private ProblemAssert() {}

    public static Problem assertProblem(int status, String code, ThrowingCallable call) {
        var thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).as("the call ends with a problem").isNotNull();
        assertThat(thrown.problem().status() + " " + thrown.problem().code()).isEqualTo(status + " " + code);
        return thrown.problem();
    }
}
