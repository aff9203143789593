package dev.berth.function;

import dev.berth.conversation.SocketTickets;
import dev.berth.http.Endpoint;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.organization.Organizations;
import dev.berth.sandbox.Viewers;
import dev.berth.session.Admissions;
import dev.berth.session.DeleteSession;
import dev.berth.session.ExpireArchive;
import dev.berth.session.InterruptTurn;
import dev.berth.session.Links;
import dev.berth.session.MessageReceipts;
import dev.berth.session.MessageRoutes;
import dev.berth.session.PurgeSession;
import dev.berth.session.ReadSession;
import dev.berth.session.ResumableVersion;
import dev.berth.session.ResumeSession;
import dev.berth.session.SendMessage;
import dev.berth.session.SessionPageRoute;
import dev.berth.session.SessionRoutes;
import dev.berth.session.SocketTicketRoutes;
import dev.berth.session.StartSession;
import dev.berth.session.SweepSessions;
import dev.berth.session.TranscriptRoutes;
import dev.berth.store.BerthStore;
import dev.berth.store.Partitions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// Sessions and what is said in them, as clients and the sweep see them, wired.
final class SessionFeature {
    private final SessionCore core;
    private final Ports ports;
    private final Settings settings;
    private final BerthStore store;
    private final Links links;
    private final Idempotency idempotency;
    private final ReadSession readSession;
    private final ResumableVersion resumable;
    private final MessageReceipts receipts;
    private final SocketTickets tickets;
    private final Ids ids;
    private final Clock clock;

    SessionFeature(
            SessionCore core,
            Ports ports,
            Settings settings,
            BerthStore store,
            SocketTickets tickets,
            Idempotency idempotency,
            Ids ids,
            Clock clock) {
        this.core = core;
        this.ports = ports;
        this.settings = settings;
        this.store = store;
        this.links = new Links(settings.baseUrl());
        this.idempotency = idempotency;
        this.readSession = new ReadSession(core.sessions, core.log, core.activities);
        this.resumable = new ResumableVersion(core.versions);
        this.receipts = new MessageReceipts(ports.objects(), ids);
        this.tickets = tickets;
        this.ids = ids;
        this.clock = clock;
    }

    Stream<Endpoint<Caller>> endpoints() {
        return Stream.of(
                        sessionRoutes().endpoints(),
                        messageRoutes().endpoints(),
                        transcriptRoutes().endpoints(),
                        new SocketTicketRoutes(tickets, settings.socketUrl()).endpoints(),
                        new SessionPageRoute(settings.socketUrl()).endpoints())
                .flatMap(List::stream);
    }

    SweepSessions sweep() {
        return new SweepSessions(
                core.sessions,
                core.transitions,
                ports.workflow(),
                core.waits,
                core.settle,
                core.admitNext,
                ports.driver(),
                new PurgeSession(new Partitions(ports.dynamoDb(), settings.tableName()), ports.objects()),
                new ExpireArchive(core.transitions, ports.objects(), clock),
                clock);
    }

    private SessionRoutes sessionRoutes() {
        var startSession = new StartSession(
                new Organizations(store),
                core.versions,
                new Admissions(store),
                core.messages,
                receipts,
                core.writer,
                core.workflow,
                core.intake,
                ids,
                clock);
        return new SessionRoutes(
                startSession,
                core.stopSession,
                new ResumeSession(core.sessions, core.transitions, resumable, core.admitNext),
                new InterruptTurn(core.transitions),
                new DeleteSession(core.transitions, core.admitNext),
                readSession,
                idempotency,
                links);
    }

    private MessageRoutes messageRoutes() {
        var sendMessage =
                new SendMessage(core.transitions, core.messages, receipts, resumable, core.admitNext, ids, clock);
        return new MessageRoutes(sendMessage, readSession, idempotency);
    }

    private TranscriptRoutes transcriptRoutes() {
        return new TranscriptRoutes(
                readSession,
                core.log,
                ports.logWatch(),
                new Viewers(core.activities, settings.flushPolicy(), clock),
                core.diffs,
                ports.objects(),
                settings.longestWait());
    }
}
