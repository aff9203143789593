package dev.berth.local.signals;

import dev.berth.event.Json;
import dev.berth.http.MutableClock;
import dev.berth.local.harness.Points;
import dev.berth.local.workflow.Execution;
import dev.berth.local.workflow.Interpreter;
import dev.berth.local.workflow.Invocation;
import dev.berth.local.workflow.Signal;
import dev.berth.local.workflow.Standing;
import dev.berth.local.workflow.Step;
import dev.berth.local.workflow.Wait;
import dev.berth.local.workflow.definition.Definition;
import dev.berth.session.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The interpreter's pure core, its rows in a map, its calls on the agenda.
final class InterpretedWorkflow implements Workflow {
    private final Definition definition;
    private final Function step;
    private final Agenda agenda;
    private final MutableClock clock;
    private final Points points;
    private final Map<String, Execution> executions = new LinkedHashMap<>();

    InterpretedWorkflow(Definition definition, Function step, Agenda agenda, MutableClock clock, Points points) {
        this.definition = definition;
        this.step = step;
        this.agenda = agenda;
        this.clock = clock;
        this.points = points;
    }

    /// What the definition calls.
    interface Function {
        void call(String payload) throws Exception;
    }

    @Override
    public void start(String name, String inputJson) {
        var input = Json.MAPPER.readTree(inputJson);
        points.pass("before insert execution");
        if (executions.containsKey(name)) {
            return;
        }
        var created = new Execution(
                name, definition.hash(), "secret", input, clock.instant(), new Standing.Created(), Map.of(), 0, 0, 0);
        var started = Interpreter.step(definition, created, new Signal.Started(), clock.instant());
        executions.put(name, started.execution());
        points.pass("after insert execution");
        started.call().ifPresent(this::begin);
    }

    @Override
    public void succeed(String token, String outputJson) {
        signal(ownerOf(token), new Signal.TokenSucceeded(token, Json.MAPPER.readTree(outputJson)));
    }

    @Override
    public void fail(String token, String error, String cause) {
        signal(ownerOf(token), new Signal.TokenFailed(token, error, cause));
    }

    @Override
    public void heartbeat(String token) {
        signal(ownerOf(token), new Signal.TokenHeartbeat(token));
    }

    @Override
    public Status status(String name) {
        return Optional.ofNullable(executions.get(name))
                .map(execution -> execution.ended() ? Status.ENDED : Status.RUNNING)
                .orElse(Status.ABSENT);
    }

    boolean allEnded() {
        return executions.values().stream().allMatch(Execution::ended);
    }

    Collection<Execution> executions() {
        return executions.values();
    }

    /// Lets the next pause before a repeated call pass; seconds, not a time-out.
    ///
    /// @return false when no execution pauses
    boolean passPause() {
        return pass(Wait.Pause.class);
    }

    /// Lets the next time-out pass.
    ///
    /// @return false when there is none
    boolean passTimeOut() {
        return pass(Wait.Attempt.class);
    }

    void clear() {
        executions.clear();
    }

    private boolean pass(Class<? extends Wait> kind) {
        var next = executions.values().stream()
                .filter(execution -> waitOf(execution).filter(kind::isInstance).isPresent())
                .min(Comparator.comparing(
                        execution -> waitOf(execution).map(Wait::until).orElse(Instant.MAX)));
        next.ifPresent(execution -> {
            var until = waitOf(execution).orElseThrow().until();
            if (until.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), until));
            }
            signal(execution.name(), new Signal.TimerFired());
        });
        return next.isPresent();
    }

    private static Optional<Wait> waitOf(Execution execution) {
        return execution.standing() instanceof Standing.Waiting waiting
                ? Optional.of(waiting.reason())
                : Optional.empty();
    }

    /// Decided on what stands when it is written, as a write on condition would be.
    private void signal(String name, Signal signal) {
        var before = executions.get(name);
        if (before == null) {
            return;
        }
        if (!decided(before, signal).execution().equals(before)) {
            points.pass("before put execution");
        }
        var current = executions.getOrDefault(name, before);
        var step = decided(current, signal);
        executions.put(name, step.execution());
        if (!step.execution().equals(current)) {
            points.pass("after put execution");
        }
        step.call().ifPresent(this::begin);
    }

    private Step decided(Execution execution, Signal signal) {
        return Interpreter.step(definition, execution, signal, clock.instant());
    }

    private void begin(Invocation call) {
        agenda.add(() -> invoke(call));
    }

    private void invoke(Invocation call) {
        signal(ownerOf(call.token()), outcome(call));
    }

    private Signal outcome(Invocation call) {
        try {
            step.call(call.payload());
            return new Signal.InvocationSucceeded(call.token(), nothing());
        } catch (Exception failure) {
            return new Signal.InvocationFailed(
                    call.token(), failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
        }
    }

    private static JsonNode nothing() {
        return Json.MAPPER.createObjectNode();
    }

    private static String ownerOf(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
