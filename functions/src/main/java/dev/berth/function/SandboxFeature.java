package dev.berth.function;

import dev.berth.conversation.EarlierTranscript;
import dev.berth.conversation.SocketRoutes;
import dev.berth.conversation.SocketTickets;
import dev.berth.conversation.TakenMessages;
import dev.berth.http.Endpoint;
import dev.berth.http.ProblemException;
import dev.berth.organization.Ids;
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
import dev.berth.sandbox.StoreArchive;
import dev.berth.sandbox.TakeTurn;
import dev.berth.session.ServeStep;
import dev.berth.session.SessionKey;
import dev.berth.session.StartStep;
import dev.berth.session.StopStep;
import dev.berth.store.BerthStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What launches sandboxes and what they may ask, wired.
final class SandboxFeature {
    private final SessionCore core;
    private final Ports ports;
    private final Settings settings;
    private final BerthStore store;
    private final SocketTickets tickets;
    private final SandboxTokens tokens;
    private final SandboxTokenCheck tokenCheck;
    private final Ids ids;
    private final Clock clock;

    SandboxFeature(
            SessionCore core,
            Ports ports,
            Settings settings,
            BerthStore store,
            SocketTickets tickets,
            SandboxTokens tokens,
            Ids ids,
            Clock clock) {
        this.core = core;
        this.ports = ports;
        this.settings = settings;
        this.store = store;
        this.tickets = tickets;
        this.tokens = tokens;
        this.tokenCheck = new SandboxTokenCheck(core.sandboxes, core.sessions);
        this.ids = ids;
        this.clock = clock;
    }

    List<Endpoint<SandboxCaller>> endpoints() {
        var manifests = new Manifests(
                settings.sandboxSocketUrl(), settings.flushPolicy(), new EarlierTranscript(core.log), ports.objects());
        var hear = new HearSandbox(
                core.activities,
                core.transitions,
                core.waits,
                core.log,
                settings.flushPolicy(),
                ports.steadySince(),
                clock);
        return new SandboxRoutes(
                        new BootstrapSandbox(tokens, core.sandboxes, core.sessions, core.stopSession, manifests, clock),
                        manifests,
                        new ReportReady(core.transitions, clock),
                        new ReportFailure(core.transitions),
                        new AppendBatch(core.log, core.transitions, core.announcements, core.diffs, hear),
                        hear,
                        new TakeTurn(core.transitions, core.messages, new TakenMessages(store), ids, clock),
                        new RequestUpload(ports.objects(), ids),
                        new StoreArchive(core.transitions, ports.objects(), clock))
                .endpoints();
    }

    SandboxAuthenticator authenticator() {
        return new SandboxAuthenticator(tokenCheck);
    }

    StepFunction stepFunction() {
        var start = new StartStep(
                core.sessions,
                core.transitions,
                core.versions,
                core.sandboxes,
                ports.driver(),
                new LaunchPlan(tokens, settings.sandboxUrl()),
                core.waits,
                ids,
                clock);
        return new StepFunction(
                start,
                new ServeStep(core.transitions, core.waits),
                new StopStep(core.transitions, ports.driver(), core.waits, clock),
                core.settle);
    }

    SocketsFunction socketsFunction() {
        return new SocketsFunction(new SocketRoutes(
                tickets,
                core.connections,
                core.announcements,
                this::exists,
                key -> core.log.tail(key).lastSeq(),
                this::sandboxOf,
                origin -> origin.equals(settings.baseUrl()),
                clock));
    }

    SandboxObserver observer() {
        return new SandboxGoneObserver(core.sessions, core.transitions);
    }

    private boolean exists(SessionKey key) {
        return core.sessions.find(key).filter(session -> !session.isDeleted()).isPresent();
    }

    private Optional<String> sandboxOf(String token) {
        try {
            return Optional.of(tokenCheck.check(token).sandbox().id());
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }
}
