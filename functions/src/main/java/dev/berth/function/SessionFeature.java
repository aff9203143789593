package dev.berth.function;

import dev.berth.conversation.Announcements;
import dev.berth.conversation.EarlierTranscript;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.LastDiffs;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.SocketConnections;
import dev.berth.conversation.SocketRoutes;
import dev.berth.conversation.SocketSandboxWaker;
import dev.berth.conversation.SocketTickets;
import dev.berth.conversation.TakenMessages;
import dev.berth.conversation.Watchers;
import dev.berth.http.Endpoint;
import dev.berth.http.Idempotency;
import dev.berth.http.ProblemException;
import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.organization.Organizations;
import dev.berth.sandbox.Activities;
import dev.berth.sandbox.AppendBatch;
import dev.berth.sandbox.BootstrapSandbox;
import dev.berth.sandbox.HearSandbox;
import dev.berth.sandbox.LaunchPlan;
import dev.berth.sandbox.Manifests;
import dev.berth.sandbox.ReportFailure;
import dev.berth.sandbox.ReportReady;
import dev.berth.sandbox.RequestUpload;
import dev.berth.sandbox.SandboxAuthenticator;
import dev.berth.sandbox.SandboxCaller;
import dev.berth.sandbox.SandboxGoneObserver;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRoutes;
import dev.berth.sandbox.SandboxTokenCheck;
import dev.berth.sandbox.SandboxTokens;
import dev.berth.sandbox.Sandboxes;
import dev.berth.sandbox.TakeTurn;
import dev.berth.sandbox.Viewers;
import dev.berth.session.Admissions;
import dev.berth.session.AdmitNext;
import dev.berth.session.DeleteSession;
import dev.berth.session.Intake;
import dev.berth.session.InterruptTurn;
import dev.berth.session.Links;
import dev.berth.session.MessageRoutes;
import dev.berth.session.PurgeSession;
import dev.berth.session.ReadSession;
import dev.berth.session.ResumableVersion;
import dev.berth.session.ResumeSession;
import dev.berth.session.SendMessage;
import dev.berth.session.ServeStep;
import dev.berth.session.SessionEffects;
import dev.berth.session.SessionRoutes;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionWorkflow;
import dev.berth.session.SessionWriter;
import dev.berth.session.Sessions;
import dev.berth.session.SettleSession;
import dev.berth.session.SocketTicketRoutes;
import dev.berth.session.StartSession;
import dev.berth.session.StartStep;
import dev.berth.session.StopSession;
import dev.berth.session.StopStep;
import dev.berth.session.SweepSessions;
import dev.berth.session.TranscriptRoutes;
import dev.berth.session.ViewSessionRoute;
import dev.berth.session.Waits;
import dev.berth.snapshot.StartableVersions;
import dev.berth.store.BerthStore;
import dev.berth.store.Partitions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sessions, what is said in them, and their sandboxes, wired.
final class SessionFeature {
    private final Ports ports;
    private final Settings settings;
    private final BerthStore store;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    private final Sessions sessions;
    private final EventLog log;
    private final MessageQueue messages;
    private final Sandboxes sandboxes;
    private final Activities activities;
    private final SocketConnections connections;
    private final Watchers watchers;
    private final LastDiffs diffs;
    private final Waits waits;
    private final Links links;
    private final Announcements announcements;
    private final SessionEffects effects;
    private final SessionWriter writer;
    private final Intake intake;
    private final SessionTransitions transitions;
    private final AdmitNext admitNext;
    private final StartableVersions versions;
    private final ResumableVersion resumable;
    private final SandboxTokens tokens;
    private final SandboxTokenCheck tokenCheck;
    private final ReadSession readSession;
    private final StopSession stopSession;
    private final SettleSession settle;
    private final SocketTickets tickets;

    SessionFeature(
            Ports ports,
            Settings settings,
            BerthStore store,
            Idempotency idempotency,
            Ids ids,
            Clock clock,
            SecureRandom random) {
        this.ports = ports;
        this.settings = settings;
        this.store = store;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
        this.sessions = new Sessions(store);
        this.log = new EventLog(store);
        this.messages = new MessageQueue(store);
        this.sandboxes = new Sandboxes(store);
        this.activities = new Activities(store);
        this.connections = new SocketConnections(store);
        this.watchers = new Watchers(store, clock);
        this.diffs = new LastDiffs(store);
        this.waits = new Waits(ports.workflow());
        this.links = new Links(settings.baseUrl());
        this.announcements = new Announcements(ports.logWatch(), watchers, ports.sockets());
        this.effects = new SessionEffects(
                waits, announcements, new SocketSandboxWaker(connections, ports.sockets()), ports.bus(), links, clock);
        this.writer = new SessionWriter(store, sessions, log, effects, clock);
        this.intake = new Intake(new Organizations(store), ports.admissionGate(), clock);
        this.transitions = new SessionTransitions(sessions, new Admissions(store), writer, intake, ids, clock);
        this.admitNext = new AdmitNext(
                new Organizations(store),
                new Admissions(store),
                sessions,
                writer,
                new SessionWorkflow(ports.workflow()),
                ports.admissionGate(),
                clock);
        this.versions = new StartableVersions(store);
        this.resumable = new ResumableVersion(versions);
        this.tokens = new SandboxTokens(ports.vault(), random);
        this.tokenCheck = new SandboxTokenCheck(sandboxes, sessions);
        this.readSession = new ReadSession(sessions, log, activities);
        this.stopSession = new StopSession(transitions, admitNext);
        this.settle = new SettleSession(sessions, transitions, ports.driver(), admitNext, effects, clock);
        this.tickets = new SocketTickets(store, random, clock);
    }

    Stream<Endpoint<Caller>> endpoints() {
        return Stream.of(
                        sessionRoutes().endpoints(),
                        messageRoutes().endpoints(),
                        transcriptRoutes().endpoints(),
                        new SocketTicketRoutes(tickets, settings.socketUrl()).endpoints(),
                        new ViewSessionRoute().endpoints())
                .flatMap(List::stream);
    }

    List<Endpoint<SandboxCaller>> sandboxEndpoints() {
        var manifests = new Manifests(settings.socketUrl(), settings.flushPolicy(), new EarlierTranscript(log));
        var hear = new HearSandbox(
                activities, transitions, waits, log, settings.flushPolicy(), ports.steadySince(), clock);
        return new SandboxRoutes(
                        new BootstrapSandbox(tokens, sandboxes, sessions, stopSession, manifests, clock),
                        manifests,
                        new ReportReady(transitions, clock),
                        new ReportFailure(transitions),
                        new AppendBatch(log, transitions, announcements, diffs, hear),
                        hear,
                        new TakeTurn(transitions, messages, new TakenMessages(store), ids, clock),
                        new RequestUpload(ports.objects(), ids))
                .endpoints();
    }

    SandboxAuthenticator sandboxAuthenticator() {
        return new SandboxAuthenticator(tokenCheck);
    }

    StepFunction stepFunction() {
        var plan = new LaunchPlan(tokens, settings.sandboxUrl());
        return new StepFunction(
                new StartStep(sessions, transitions, versions, sandboxes, ports.driver(), plan, waits, ids, clock),
                new ServeStep(transitions, waits),
                new StopStep(transitions, ports.driver(), waits, clock),
                settle);
    }

    SocketsFunction socketsFunction() {
        return new SocketsFunction(new SocketRoutes(
                tickets,
                connections,
                watchers,
                key -> sessions.find(key)
                        .filter(session -> !session.isDeleted())
                        .isPresent(),
                this::sandboxOf,
                origin -> origin.equals(settings.baseUrl()),
                clock));
    }

    SandboxObserver observer() {
        return new SandboxGoneObserver(sessions, transitions);
    }

    SweepSessions sweep() {
        return new SweepSessions(
                sessions,
                transitions,
                ports.workflow(),
                waits,
                settle,
                admitNext,
                ports.driver(),
                new PurgeSession(new Partitions(ports.dynamoDb(), settings.tableName()), ports.objects()));
    }

    StopSession stopSession() {
        return stopSession;
    }

    Sessions sessions() {
        return sessions;
    }

    private Optional<String> sandboxOf(String token) {
        try {
            return Optional.of(tokenCheck.check(token).sandbox().id());
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private SessionRoutes sessionRoutes() {
        var startSession = new StartSession(
                new Organizations(store),
                versions,
                new Admissions(store),
                messages,
                writer,
                new SessionWorkflow(ports.workflow()),
                intake,
                ids,
                clock);
        return new SessionRoutes(
                startSession,
                stopSession,
                new ResumeSession(sessions, transitions, resumable, admitNext),
                new InterruptTurn(transitions),
                new DeleteSession(transitions, admitNext),
                readSession,
                idempotency,
                links);
    }

    private MessageRoutes messageRoutes() {
        return new MessageRoutes(
                new SendMessage(transitions, messages, resumable, admitNext, ids, clock), readSession, idempotency);
    }

    private TranscriptRoutes transcriptRoutes() {
        return new TranscriptRoutes(
                readSession,
                log,
                ports.logWatch(),
                new Viewers(activities, settings.flushPolicy(), clock),
                diffs,
                ports.objects(),
                settings.longestWait());
    }
}
