package dev.berth.local.workflow;

import dev.berth.event.Json;
import dev.berth.local.workflow.definition.Definition;
import dev.berth.session.Workflow;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Runs a definition on one machine. Executions are rows, so a process that was killed goes on where it waited: with
/// the same deadlines, and with the calls repeated that had not returned.
///
/// Signals may come from any thread, also from within a function that is being called. Each is one read, one decision
/// of the [Interpreter] and one write on the condition that nobody wrote in between; else it is decided anew.
public final class WorkflowEngine implements Workflow, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkflowEngine.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final Executions executions;
    private final Definitions definitions;
    private final FunctionInvoker functions;
    private final SteadyClock clock;
    private final SecureRandom random;
    private final Alarms alarms = new Alarms();
    private final List<Consumer<Duration>> jumpListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Execution>> endListeners = new CopyOnWriteArrayList<>();

    /// Signals share it; a jump of the clock takes it alone, so that no deadline is computed before and written after.
    private final ReentrantReadWriteLock time = new ReentrantReadWriteLock();

    private volatile @Nullable Running running;

    private record Running(Calls calls, AlarmThread thread) {}

    public WorkflowEngine(
            DynamoDbClient dynamo,
            Definition definition,
            FunctionInvoker functions,
            SteadyClock clock,
            SecureRandom random) {
        this.executions = new Executions(dynamo);
        this.definitions = new Definitions(executions, definition);
        this.functions = functions;
        this.clock = clock;
        this.random = random;
    }

    /// Takes up every live execution. To be called first; after [#close] once more.
    public synchronized void start() {
        if (running != null) {
            return;
        }
        executions.createTableIfAbsent();
        definitions.keepCurrent();
        clock.set();
        var begun = new Running(
                new Calls(functions, Calls.LONGEST_CALL, this::report), new AlarmThread(this::tick, alarms, clock));
        running = begun;
        executions.live().forEach(name -> trySignal(name, new Signal.Resumed()));
        begun.thread().start();
    }

    /// Ends threads and calls; what waits goes on waiting in its row.
    @Override
    public synchronized void close() {
        var ending = running;
        running = null;
        if (ending != null) {
            ending.thread().close();
            ending.calls().close();
        }
    }

    /// @param listener hears by how much the wall clock jumped, after every wait was moved by as much
    public void onJump(Consumer<Duration> listener) {
        jumpListeners.add(listener);
    }

    /// @param listener hears of executions that ended, however; not of one whose process was killed right then
    public void onEnd(Consumer<Execution> listener) {
        endListeners.add(listener);
    }

    @Override
    public void start(String name, String inputJson) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An execution's name is 1 to 80 of A-Z a-z 0-9 _ -, not: " + name);
        }
        var input = parse(inputJson);
        underTime(() -> {
            var now = clock.now();
            var definition = definitions.current();
            var created = Execution.created(name, definition.hash(), Tokens.newSecret(random), input, now);
            var step = Interpreter.step(definition, created, new Signal.Started(), now);
            if (executions.insert(step.execution(), now)) {
                follow(step);
            }
        });
    }

    @Override
    public void succeed(String token, String outputJson) {
        signalByToken(token, new Signal.TokenSucceeded(token, parse(outputJson)));
    }

    @Override
    public void fail(String token, String error, String cause) {
        signalByToken(token, new Signal.TokenFailed(token, error, cause));
    }

    @Override
    public void heartbeat(String token) {
        signalByToken(token, new Signal.TokenHeartbeat(token));
    }

    @Override
    public Status status(String name) {
        return find(name)
                .map(execution -> execution.ended() ? Status.ENDED : Status.RUNNING)
                .orElse(Status.ABSENT);
    }

    /// Ends an execution as somebody may do in the cloud's console: no state's catch runs.
    public void abort(String name, String cause) {
        signal(name, new Signal.Aborted(cause));
    }

    public Optional<Execution> find(String name) {
        return executions.find(name);
    }

    /// Removes what ended long ago.
    ///
    /// @return how many
    public int removeExpired() {
        return executions.removeExpired(clock.now());
    }

    /// Moves the waits when the wall clock jumped, then ends those that are over.
    void tick() {
        if (!clock.follow()) {
            moveWaits();
        }
        alarms.due(clock.now()).forEach(name -> trySignal(name, new Signal.TimerFired()));
    }

    /// Looks again: another thread may have moved the waits while this one was kept out.
    private void moveWaits() {
        time.writeLock().lock();
        try {
            if (clock.set() instanceof ClockReading.Jumped(var by)) {
                LOG.warn("The wall clock jumped by {}; every wait is moved by as much.", by);
                alarms.executions().forEach(name -> trySignal(name, new Signal.ClockJumped(by)));
                jumpListeners.forEach(listener -> listener.accept(by));
            }
        } finally {
            time.writeLock().unlock();
        }
    }

    private void report(Signal signal) {
        switch (signal) {
            case Signal.InvocationSucceeded(var token, var payload) -> signalByToken(token, signal);
            case Signal.InvocationFailed(var token, var error, var cause) -> {
                LOG.warn("A call of {} failed: {} {}", Tokens.executionOf(token).orElse("?"), error, cause);
                signalByToken(token, signal);
            }
            default -> throw new IllegalArgumentException("Not how a call ends: " + signal);
        }
    }

    private void signalByToken(String token, Signal signal) {
        Tokens.executionOf(token).ifPresent(name -> signal(name, signal));
    }

    /// One execution that cannot be read or written now must not hold up the others.
    private void trySignal(String name, Signal signal) {
        try {
            signal(name, signal);
        } catch (RuntimeException e) {
            LOG.error("The execution {} could not take {}.", name, signal, e);
            alarms.postpone(name, clock.now().plus(AlarmThread.LONGEST_WAIT));
        }
    }

    private void signal(String name, Signal signal) {
        underTime(() -> {
            while (!decided(name, signal)) {
                // Somebody wrote since it was read: decide again on what stands now.
            }
        });
    }

    private boolean decided(String name, Signal signal) {
        var found = executions.find(name);
        if (found.isEmpty()) {
            alarms.forget(name);
            return true;
        }
        var current = found.get();
        var now = clock.now();
        var step = Interpreter.step(definitions.of(current), current, signal, now);
        if (step.execution().equals(current)) {
            follow(step);
            return true;
        }
        var written = executions.replace(current, step.execution(), now);
        written.ifPresent(execution -> follow(new Step(execution, step.call())));
        return written.isPresent();
    }

    private void follow(Step step) {
        alarms.follow(step.execution());
        var active = running;
        if (active != null) {
            step.call().ifPresent(active.calls()::begin);
            if (step.execution().ended()) {
                endListeners.forEach(listener -> active.calls().execute(() -> listener.accept(step.execution())));
            }
        }
    }

    private void underTime(Runnable decision) {
        time.readLock().lock();
        try {
            decision.run();
        } finally {
            time.readLock().unlock();
        }
    }

    private static JsonNode parse(String json) {
        if (DataLimit.exceededBy(json)) {
            throw new IllegalArgumentException("More than " + DataLimit.MAX_BYTES + " bytes cannot be handed on.");
        }
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("What is handed on must be JSON: " + e.getOriginalMessage(), e);
        }
    }
}
