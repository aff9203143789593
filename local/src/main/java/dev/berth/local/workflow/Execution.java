package dev.berth.local.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One run of a definition, as it is stored.
///
/// @param definition hash of the definition it was started with and goes on with
/// @param secret what its tokens are derived from
/// @param attempts how many tasks it has tried: each has a token of its own
/// @param transitions what Step Functions would bill
/// @param version rises with each write
public record Execution(
        String name,
        String definition,
        String secret,
        JsonNode input,
        Instant startedAt,
        Standing standing,
        Map<String, JsonNode> variables,
        int attempts,
        int transitions,
        long version) {

    public Execution {
        variables = Map.copyOf(variables);
    }

    static Execution created(String name, String definition, String secret, JsonNode input, Instant now) {
        return new Execution(name, definition, secret, input, now, new Standing.Created(), Map.of(), 0, 0, 0);
    }

    public boolean ended() {
        return standing instanceof Standing.Ended;
    }

    Optional<Standing.Waiting> waiting() {
        return standing instanceof Standing.Waiting waiting ? Optional.of(waiting) : Optional.empty();
    }

    /// When the clock ends what it waits for.
    Optional<Instant> wakeAt() {
        return waiting().map(waiting -> waiting.reason().until());
    }

    Execution with(Standing next) {
        return new Execution(
                name, definition, secret, input, startedAt, next, variables, attempts, transitions, version);
    }

    Execution with(Map<String, JsonNode> next) {
        return new Execution(
                name, definition, secret, input, startedAt, standing, next, attempts, transitions, version);
    }

    Execution afterTransition() {
        return new Execution(
                name, definition, secret, input, startedAt, standing, variables, attempts, transitions + 1, version);
    }

    Execution afterAttempt() {
        return new Execution(
                name, definition, secret, input, startedAt, standing, variables, attempts + 1, transitions, version);
    }

    Execution atVersion(long next) {
        return new Execution(
                name, definition, secret, input, startedAt, standing, variables, attempts, transitions, next);
    }
}
