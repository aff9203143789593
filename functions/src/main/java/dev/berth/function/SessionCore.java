package dev.berth.function;

import dev.berth.conversation.Announcements;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.LastDiffs;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.SocketConnections;
import dev.berth.conversation.SocketSandboxWaker;
import dev.berth.conversation.Watchers;
import dev.berth.organization.Ids;
import dev.berth.organization.Organizations;
import dev.berth.sandbox.Activities;
import dev.berth.sandbox.Sandboxes;
import dev.berth.session.Admissions;
import dev.berth.session.AdmitNext;
import dev.berth.session.Intake;
import dev.berth.session.Links;
import dev.berth.session.SessionEffects;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionWorkflow;
import dev.berth.session.SessionWriter;
import dev.berth.session.Sessions;
import dev.berth.session.SettleSession;
import dev.berth.session.StopSession;
import dev.berth.session.Waits;
import dev.berth.snapshot.StartableVersions;
import dev.berth.store.BerthStore;
import java.time.Clock;

/// What every entry point that touches sessions shares: their stores, and the one way they are changed.
final class SessionCore {
    final Sessions sessions;
    final EventLog log;
    final MessageQueue messages;
    final Sandboxes sandboxes;
    final Activities activities;
    final SocketConnections connections;
    final Watchers watchers;
    final LastDiffs diffs;
    final StartableVersions versions;

    final Waits waits;
    final Announcements announcements;
    final Intake intake;
    final SessionWriter writer;
    final SessionTransitions transitions;
    final SessionWorkflow workflow;
    final AdmitNext admitNext;
    final StopSession stopSession;
    final SettleSession settle;

    SessionCore(Ports ports, Links links, BerthStore store, Ids ids, Clock clock) {
        this.sessions = new Sessions(store);
        this.log = new EventLog(store);
        this.messages = new MessageQueue(store);
        this.sandboxes = new Sandboxes(store);
        this.activities = new Activities(store);
        this.connections = new SocketConnections(store);
        this.watchers = new Watchers(store, clock);
        this.diffs = new LastDiffs(store);
        this.versions = new StartableVersions(store);
        this.waits = new Waits(ports.workflow());
        this.announcements = new Announcements(ports.logWatch(), watchers, ports.sockets());
        this.intake = new Intake(new Organizations(store), ports.admissionGate(), clock);
        this.workflow = new SessionWorkflow(ports.workflow());
        var waker = new SocketSandboxWaker(connections, ports.sockets());
        var effects = new SessionEffects(waits, announcements, waker, ports.bus(), links, clock);
        var admissions = new Admissions(store);
        this.writer = new SessionWriter(store, sessions, log, effects, clock);
        this.transitions = new SessionTransitions(sessions, admissions, writer, intake, ids, clock);
        this.admitNext = new AdmitNext(
                new Organizations(store), admissions, sessions, writer, workflow, ports.admissionGate(), clock);
        this.stopSession = new StopSession(transitions, admitNext);
        this.settle = new SettleSession(sessions, transitions, ports.driver(), admitNext, effects, clock);
    }
}
