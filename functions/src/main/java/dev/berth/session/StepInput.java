package dev.berth.session;

import org.jspecify.annotations.Nullable;

/// What `session.asl.json` calls the step function with.
///
/// @param step `start`, `serve`, `stop` or `settle`
/// @param attempt counts the tries of the state, from 0
/// @param token ends the state; absent for `settle`
/// @param cause of `stop`: the error that ended the state before, or `Session.Ended`
public record StepInput(
        String step,
        String organization,
        String session,
        int run,
        int attempt,
        @Nullable String token,
        @Nullable String cause) {

    public SessionKey key() {
        return new SessionKey(organization, session);
    }

    Wait waitFor(Wait.State state, int generation) {
        if (token == null) {
            throw new IllegalArgumentException("step '" + step + "' was called without a token");
        }
        return new Wait(run, state, attempt, generation, token);
    }
}
