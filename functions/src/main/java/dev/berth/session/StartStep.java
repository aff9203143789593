package dev.berth.session;

import dev.berth.access.SecretDeleted;
import dev.berth.conversation.LogEntry;
import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.organization.Ids;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.LaunchPlan;
import dev.berth.sandbox.Sandbox;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.sandbox.Sandboxes;
import dev.berth.session.LifecycleEvent.CapacityMissed;
import dev.berth.session.LifecycleEvent.GenerationTaken;
import dev.berth.session.LifecycleEvent.Launched;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LifecycleEvent.WaitBegun;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.snapshot.Startable;
import dev.berth.snapshot.StartableVersions;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workflow's first state: launches a sandbox and waits until it reports ready.
///
/// The intent is written before the launch, and the record is read again after it: whatever happened meanwhile, what
/// was launched is either the current generation or is stopped.
public final class StartStep {
    private static final Logger LOG = LoggerFactory.getLogger(StartStep.class);

    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final StartableVersions versions;
    private final Sandboxes sandboxes;
    private final SandboxDriver driver;
    private final LaunchPlan plan;
    private final Waits waits;
    private final Ids ids;
    private final Clock clock;

    public StartStep(
            Sessions sessions,
            SessionTransitions transitions,
            StartableVersions versions,
            Sandboxes sandboxes,
            SandboxDriver driver,
            LaunchPlan plan,
            Waits waits,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.versions = versions;
        this.sandboxes = sandboxes;
        this.driver = driver;
        this.plan = plan;
        this.waits = waits;
        this.ids = ids;
        this.clock = clock;
    }

    public void run(StepInput input) {
        var before = sessions.find(input.key()).orElseThrow(() -> SessionProblems.noSuchSession(input.session()));
        LogSubject.is(before);
        stopEarlierGeneration(before, input);
        var session = transitions
                .apply(input.key(), current -> decide(current, input))
                .session();
        waits.check(session, input);
        if (session.run() == input.run()
                && session.status() == SessionStatus.STARTING
                && session.launch() == LaunchState.PENDING) {
            launch(session);
        }
    }

    private Step decide(Session session, StepInput input) {
        if (session.run() != input.run()) {
            return Step.of();
        }
        return switch (StartDecision.of(session, input.attempt())) {
            case StartDecision.WaitOnly _, StartDecision.RepeatLaunch _ -> Step.of(begun(input, session.generation()));
            case StartDecision.TakeGeneration _ -> takeGeneration(session, input);
            case StartDecision.GiveUp _ ->
                Step.of(
                        new StopAsked(StopReason.FAILED, StopCause.startFailed(WaitEnd.NOT_READY)),
                        begun(input, session.generation()));
        };
    }

    private static WaitBegun begun(StepInput input, int generation) {
        return new WaitBegun(input.waitFor(Wait.State.START, generation));
    }

    private Step takeGeneration(Session session, StepInput input) {
        var spec = session.spec();
        return switch (versions.find(session.key().organization(), spec.profile(), spec.version())) {
            case Startable.Ready ready -> {
                var sandbox = sandbox(session, ready);
                yield Step.of(new GenerationTaken(sandbox.id()), begun(input, sandbox.generation()))
                        .with(transaction -> sandboxes.insert(transaction, sandbox));
            }
            case Startable.NotStartable _, Startable.Unknown _ ->
                Step.of(new StopAsked(StopReason.FAILED, snapshotMissing(spec)), begun(input, session.generation()));
        };
    }

    private Sandbox sandbox(Session session, Startable.Ready ready) {
        return new Sandbox(
                ids.next("sbx"),
                session.key(),
                session.run(),
                session.generation() + 1,
                ready.artifact(),
                ready.content().withoutSetup(),
                session.spec().repository(),
                session.spec().maxLifetime(),
                session.spec().persistent(),
                session.toRestore().orElse(null),
                clock.instant(),
                null,
                null);
    }

    /// A sandbox that failed or timed out must not live beside its successor.
    private void stopEarlierGeneration(Session session, StepInput input) {
        var sandbox = session.sandbox();
        if (sandbox != null
                && session.run() == input.run()
                && StartDecision.of(session, input.attempt()) instanceof StartDecision.TakeGeneration) {
            driver.stop(new SandboxRef(sandbox, session.key(), session.generation()));
        }
    }

    private void launch(Session session) {
        var sandbox = sandboxes
                .find(session.sandbox() == null ? "" : session.sandbox())
                .orElseThrow(() -> new IllegalStateException(session.key() + " has no sandbox record"));
        switch (tryLaunch(sandbox)) {
            case LaunchOutcome.Launched _ -> launched(sandbox);
            case LaunchOutcome.NoCapacity(var detail) -> noCapacity(sandbox, detail);
            case LaunchOutcome.Refused(var failure) -> refused(sandbox, failure);
        }
    }

    /// Trying again would not bring the secret back.
    private LaunchOutcome tryLaunch(Sandbox sandbox) {
        try {
            return driver.launch(plan.of(sandbox));
        } catch (SecretDeleted deleted) {
            LOG.error("Nothing was launched", deleted);
            return new LaunchOutcome.Refused(deleted.failure());
        }
    }

    private void launched(Sandbox sandbox) {
        var now = transitions
                .apply(sandbox.session(), new Launched(sandbox.generation()))
                .session();
        var isCurrent = now.generation() == sandbox.generation()
                && now.run() == sandbox.run()
                && (now.status() == SessionStatus.STARTING || now.status() == SessionStatus.RUNNING);
        if (!isCurrent) {
            driver.stop(sandbox.ref());
        }
        waits.check(now);
    }

    private void noCapacity(Sandbox sandbox, String detail) {
        LOG.warn("Nothing was launched, for there is no room: {}", detail);
        var told = LogEntry.berth(clock.instant(), EventData.Error.of(noRoom(detail)));
        transitions.apply(sandbox.session(), _ -> Step.of(new CapacityMissed(sandbox.generation()))
                .telling(List.of(told)));
    }

    private void refused(Sandbox sandbox, Failure failure) {
        transitions.apply(
                sandbox.session(),
                session -> session.generation() == sandbox.generation() && session.status() == SessionStatus.STARTING
                        ? Step.of(new StopAsked(StopReason.FAILED, failure))
                        : Step.of());
    }

    private static Failure noRoom(String detail) {
        return new Failure(
                "no_capacity",
                "There is no room for the sandbox now: " + detail,
                "The session waits in the queue and is tried again by itself. When that goes on, have an operator raise the quota that is named, or end something else.",
                MustAct.NOBODY);
    }

    private static Failure snapshotMissing(SessionSpec spec) {
        return new Failure(
                "snapshot_missing",
                "Version " + spec.version() + " of profile " + spec.profile() + " has no ready snapshot any more.",
                "Refresh the version's snapshot or publish a new version, then resume the session.",
                MustAct.CALLER);
    }
}
