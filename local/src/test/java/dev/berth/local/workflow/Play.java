package dev.berth.local.workflow;

import dev.berth.event.Json;
import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Plays signals to one execution of the pure core, with a clock that moves when it is told.
final class Play {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Definition definition;
    private final List<Invocation> calls = new ArrayList<>();
    private Execution execution;
    private Instant now = BEGIN;

    private Play(Definition definition, String input) {
        this.definition = definition;
        this.execution = Execution.created("ses_1-1", definition.hash(), "secret", Json.MAPPER.readTree(input), now);
    }

    static Play of(Definition definition, String input) {
        return new Play(definition, input).signal(new Signal.Started());
    }

    /// @param states the definition's `States`, beginning with `A`
    static Play of(String states, String input) {
        return of(DefinitionReader.read(definition(states), Map.of()), input);
    }

    static Play of(String states) {
        return of(states, "{}");
    }

    static String definition(String states) {
        return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": " + states + "}";
    }

    Play signal(Signal signal) {
        var step = Interpreter.step(definition, execution, signal, now);
        execution = step.execution();
        step.call().ifPresent(calls::add);
        return this;
    }

    /// The call returns, and its task's token is ended.
    Play succeed(String output) {
        var token = token();
        signal(new Signal.InvocationSucceeded(token, Json.MAPPER.readTree("{}")));
        return signal(new Signal.TokenSucceeded(token, Json.MAPPER.readTree(output)));
    }

    Play succeed() {
        return succeed("{}");
    }

    Play returns(String payload) {
        return signal(new Signal.InvocationSucceeded(token(), Json.MAPPER.readTree(payload)));
    }

    Play fail(String error) {
        return signal(new Signal.TokenFailed(token(), error, "because"));
    }

    Play throwsError(String error) {
        return signal(new Signal.InvocationFailed(token(), error, "because"));
    }

    Play heartbeat() {
        return signal(new Signal.TokenHeartbeat(token()));
    }

    Play after(Duration time) {
        now = now.plus(time);
        return signal(new Signal.TimerFired());
    }

    Play afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    /// Lets time pass until the clock ends what it waits for.
    Play untilAlarm() {
        return after(Duration.between(now, execution.wakeAt().orElseThrow()));
    }

    Play away(Duration time) {
        now = now.plus(time);
        return signal(new Signal.Resumed());
    }

    Play clockJumps(Duration by) {
        now = now.plus(by);
        return signal(new Signal.ClockJumped(by));
    }

    Execution execution() {
        return execution;
    }

    Instant now() {
        return now;
    }

    List<Invocation> calls() {
        return List.copyOf(calls);
    }

    List<JsonNode> payloads() {
        return calls.stream().map(call -> Json.MAPPER.readTree(call.payload())).toList();
    }

    /// The token of the latest call, be it over or not.
    String token() {
        return calls.getLast().token();
    }

    /// Where it waits, or how it ended.
    String standing() {
        return switch (execution.standing()) {
            case Standing.Created() -> "created";
            case Standing.Waiting(var visit, var reason) ->
                visit.state() + (reason instanceof Wait.Pause ? " pauses" : "");
            case Standing.Succeeded(var output) -> output.toString();
            case Standing.Failed(var error, var cause) -> error;
            case Standing.Aborted(var cause) -> "aborted";
        };
    }

    Duration untilWake() {
        return Duration.between(now, execution.wakeAt().orElseThrow());
    }
}
