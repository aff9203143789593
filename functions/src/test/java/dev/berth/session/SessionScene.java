package dev.berth.session;

import dev.berth.access.FakeObjectStore;
import dev.berth.access.FakeSecretVault;
import dev.berth.conversation.Announcements;
import dev.berth.conversation.EarlierTranscript;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.LastDiffs;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.NoLogWatch;
import dev.berth.conversation.QueuedMessage;
import dev.berth.conversation.TakenMessages;
import dev.berth.conversation.Watchers;
import dev.berth.event.MessageMode;
import dev.berth.event.SessionEvent;
import dev.berth.http.MutableClock;
import dev.berth.organization.Ids;
import dev.berth.organization.Organization.Limits;
import dev.berth.organization.Organization.Settings;
import dev.berth.organization.Organizations;
import dev.berth.organization.StoredOrganization;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.ProfileScene;
import dev.berth.profile.VersionKey;
import dev.berth.sandbox.Activities;
import dev.berth.sandbox.AppendBatch;
import dev.berth.sandbox.BootstrapSandbox;
import dev.berth.sandbox.FakeSandboxDriver;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.sandbox.HearSandbox;
import dev.berth.sandbox.LaunchPlan;
import dev.berth.sandbox.Manifests;
import dev.berth.sandbox.ReportFailure;
import dev.berth.sandbox.ReportReady;
import dev.berth.sandbox.RequestUpload;
import dev.berth.sandbox.SandboxGoneObserver;
import dev.berth.sandbox.SandboxTokenCheck;
import dev.berth.sandbox.SandboxTokens;
import dev.berth.sandbox.Sandboxes;
import dev.berth.sandbox.StoreArchive;
import dev.berth.sandbox.TakeTurn;
import dev.berth.session.SessionTransitions.Applied;
import dev.berth.snapshot.StartableVersions;
import dev.berth.store.BerthStore;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.Partitions;
import dev.berth.trigger.RecordingEventBus;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An organization with a profile that can be started, and everything about sessions and sandboxes wired over a store,
/// a substrate in memory, a workflow that the test plays, and a clock that stands still.
public final class SessionScene {
    public final MutableClock clock;
    public final RecordingEventBus bus;
    public final Ids ids;
    public final String organization;
    public final ProfileScene profiles;
    public final VersionKey version;
    public final RecordingWorkflow workflow = new RecordingWorkflow();
    public final FakeSandboxDriver driver = new FakeSandboxDriver();
    public final FakeObjectStore objects = new FakeObjectStore();
    public final FakeSecretVault vault = new FakeSecretVault();
    public final BerthStore store;

    public final Sessions sessions;
    public final Admissions admissions;
    public final EventLog log;
    public final MessageQueue messages;
    public final LastDiffs diffs;
    public final Sandboxes sandboxes;
    public final Activities activities;
    public final SessionTransitions transitions;

    public final StartSession startSession;
    public final StopSession stopSession;
    public final ResumeSession resumeSession;
    public final InterruptTurn interruptTurn;
    public final SendMessage sendMessage;
    public final DeleteSession deleteSession;
    public final ReadSession readSession;
    public final SettleSession settleSession;
    public final SweepSessions sweepSessions;
    public final AdmitNext admitNext;
    public final StartStep startStep;
    public final ServeStep serveStep;
    public final StopStep stopStep;

    public final SandboxTokens tokens;
    public final SandboxTokenCheck tokenCheck;
    public final Manifests manifests;
    public final BootstrapSandbox bootstrap;
    public final ReportReady reportReady;
    public final ReportFailure reportFailure;
    public final HearSandbox hear;
    public final AppendBatch appendBatch;
    public final TakeTurn takeTurn;
    public final RequestUpload requestUpload;
    public final StoreArchive storeArchive;
    public final SandboxGoneObserver goneObserver;

    /// Whether sessions may be admitted now.
    public volatile boolean gateOpen = true;

    /// Since when the control plane's clock can be trusted.
    public volatile Instant steadySince = Instant.EPOCH;

    /// @param dynamoDb may be shared: each scene has an organization of its own
    public SessionScene(InMemoryDynamoDb dynamoDb, int concurrentSessions, int queuedSessions) {
        this(dynamoDb, new Limits(concurrentSessions, queuedSessions, 1440), false, Optional.empty());
    }

    /// Where every session keeps its workspace.
    public static SessionScene kept(InMemoryDynamoDb dynamoDb) {
        return new SessionScene(dynamoDb, new Limits(10, 100, 1440), true, Optional.empty());
    }

    /// With room for everybody, over a workflow that is not played.
    public SessionScene(InMemoryDynamoDb dynamoDb, Workflow engine) {
        this(dynamoDb, new Limits(10, 100, 1440), false, Optional.of(engine));
    }

    private SessionScene(InMemoryDynamoDb dynamoDb, Limits limits, boolean persistent, Optional<Workflow> other) {
        var engine = other.orElse(workflow);
        store = dynamoDb.store();
        profiles = new ProfileScene(store, new DraftPolicy(persistent, 1440, ProfileScene.POLICY.platform()));
        clock = profiles.clock;
        bus = profiles.bus;
        ids = profiles.ids;
        organization = profiles.caller.organization();
        StoredOrganization.insert(store, organization, new Settings(persistent), limits);
        version = profiles.ready("web", ProfileScene.draft("{\"persistent\": %b}".formatted(persistent)))
                .version();

        sessions = new Sessions(store);
        admissions = new Admissions(store);
        log = new EventLog(store);
        messages = new MessageQueue(store);
        diffs = new LastDiffs(store);
        sandboxes = new Sandboxes(store);
        activities = new Activities(store);
        var organizations = new Organizations(store);
        var waits = new Waits(engine);
        var announcements = new Announcements(new NoLogWatch(), new Watchers(store, clock), (_, _) -> true);
        var links = new Links("https://berth.example");
        var effects = new SessionEffects(waits, announcements, _ -> {}, bus, links, clock);
        var writer = new SessionWriter(store, sessions, log, effects, clock);
        var intake = new Intake(organizations, () -> gateOpen, clock);
        var versions = new StartableVersions(store);
        var resumable = new ResumableVersion(versions);
        var sessionWorkflow = new SessionWorkflow(engine);
        transitions = new SessionTransitions(sessions, admissions, writer, intake, ids, clock);
        admitNext = new AdmitNext(organizations, admissions, sessions, writer, sessionWorkflow, () -> gateOpen, clock);

        var receipts = new MessageReceipts(objects, ids);
        startSession = new StartSession(
                organizations, versions, admissions, messages, receipts, writer, sessionWorkflow, intake, ids, clock);
        stopSession = new StopSession(transitions, admitNext);
        resumeSession = new ResumeSession(sessions, transitions, resumable, admitNext);
        interruptTurn = new InterruptTurn(transitions);
        sendMessage = new SendMessage(transitions, messages, receipts, resumable, admitNext, ids, clock);
        deleteSession = new DeleteSession(transitions, admitNext);
        readSession = new ReadSession(sessions, log, activities);
        settleSession = new SettleSession(sessions, transitions, driver, admitNext, effects, clock);
        sweepSessions = new SweepSessions(
                sessions,
                transitions,
                engine,
                waits,
                settleSession,
                admitNext,
                driver,
                new PurgeSession(new Partitions(dynamoDb.client(), dynamoDb.tableName()), objects),
                new ExpireArchive(transitions, objects, clock),
                clock);

        tokens = new SandboxTokens(vault, new SecureRandom());
        var plan = new LaunchPlan(tokens, "http://127.0.0.1:8080");
        startStep = new StartStep(sessions, transitions, versions, sandboxes, driver, plan, waits, ids, clock);
        serveStep = new ServeStep(transitions, waits);
        stopStep = new StopStep(transitions, driver, waits, clock);

        manifests = new Manifests("ws://127.0.0.1:8080/socket", FlushPolicy.AWS, new EarlierTranscript(log), objects);
        tokenCheck = new SandboxTokenCheck(sandboxes, sessions);
        bootstrap = new BootstrapSandbox(tokens, sandboxes, sessions, stopSession, manifests, clock);
        reportReady = new ReportReady(transitions, clock);
        reportFailure = new ReportFailure(transitions);
        hear = new HearSandbox(activities, transitions, waits, log, FlushPolicy.AWS, () -> steadySince, clock);
        appendBatch = new AppendBatch(log, transitions, announcements, diffs, hear);
        takeTurn = new TakeTurn(transitions, messages, new TakenMessages(store), ids, clock);
        requestUpload = new RequestUpload(objects, ids);
        storeArchive = new StoreArchive(transitions, objects, clock);
        goneObserver = new SandboxGoneObserver(sessions, transitions);
    }

    /// With room for everybody.
    public SessionScene(InMemoryDynamoDb dynamoDb) {
        this(dynamoDb, 10, 100);
    }

    public StartCommand command(String task) {
        return new StartCommand(version.profile().profile(), null, null, task, null);
    }

    public SessionKey start(String task) {
        return start(command(task));
    }

    public SessionKey start(StartCommand command) {
        return started(command).key();
    }

    Session started(String task) {
        return started(command(task));
    }

    private Session started(StartCommand command) {
        return startSession.start(organization, profiles.caller.actor(), command, (_, _) -> {});
    }

    public Session session(SessionKey key) {
        return sessions.find(key).orElseThrow();
    }

    public SessionStatus status(SessionKey key) {
        return session(key).status();
    }

    public Applied stop(SessionKey key) {
        return stopSession.stop(key, StopReason.USER, null);
    }

    public QueuedMessage send(SessionKey key, String text, MessageMode mode) {
        return sendMessage.send(key, profiles.caller.actor(), text, mode, (_, _) -> {});
    }

    public QueuedMessage send(SessionKey key, String text) {
        return send(key, text, MessageMode.QUEUE);
    }

    public List<SessionEvent> events(SessionKey key) {
        return log.read(key, 0, 10_000);
    }

    /// Calls the start step of the session's run, as the workflow would.
    ///
    /// @return the token it was called with
    public String startStep(SessionKey key, int attempt) {
        var input = input("start", key, attempt, null);
        startStep.run(input);
        return tokenOf(input);
    }

    public String serveStep(SessionKey key) {
        var input = input("serve", key, 0, null);
        serveStep.run(input);
        return tokenOf(input);
    }

    /// @param cause the error that ended the state before
    public String stopStep(SessionKey key, String cause) {
        var input = input("stop", key, 0, cause);
        stopStep.run(input);
        return tokenOf(input);
    }

    public void settle(SessionKey key) {
        settleSession.settle(key, session(key).run());
    }

    /// The workflow's way from a stop that was asked for to the end.
    public void finish(SessionKey key) {
        finish(key, "Session.Ended");
    }

    /// The same, where an error ended the state before.
    public void finish(SessionKey key, String cause) {
        stopStep(key, cause);
        settle(key);
    }

    public StepInput input(String step, SessionKey key, int attempt, @Nullable String cause) {
        return new StepInput(
                step, key.organization(), key.session(), session(key).run(), attempt, workflow.newToken(), cause);
    }

    private static String tokenOf(StepInput input) {
        return Optional.ofNullable(input.token()).orElseThrow();
    }
}
