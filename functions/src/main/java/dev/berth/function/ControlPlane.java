package dev.berth.function;

import dev.berth.conversation.SocketTickets;
import dev.berth.event.Actor;
import dev.berth.http.Dispatch;
import dev.berth.http.Endpoint;
import dev.berth.http.HealthRoutes;
import dev.berth.http.HttpFunction;
import dev.berth.http.Idempotency;
import dev.berth.http.Spec;
import dev.berth.organization.ApiKeyRoutes;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.ApiKeys;
import dev.berth.organization.Caller;
import dev.berth.organization.CallerAuthenticator;
import dev.berth.organization.CreateApiKey;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.DeleteApiKey;
import dev.berth.organization.Ids;
import dev.berth.organization.OrganizationRoutes;
import dev.berth.organization.Organizations;
import dev.berth.organization.Scope;
import dev.berth.organization.SignInRoutes;
import dev.berth.organization.SignIns;
import dev.berth.sandbox.SandboxCaller;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxStopped;
import dev.berth.sandbox.SandboxTokens;
import dev.berth.session.ExecutionEnded;
import dev.berth.session.Links;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.store.BerthStore;
import dev.berth.trigger.SessionRequests;
import dev.berth.trigger.StopRequests;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The control plane over its ports: what each Lambda function family takes its handler from, and what one machine
/// runs whole.
public final class ControlPlane {
    private final BerthStore store;
    private final String baseUrl;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random;
    private final SnapshotFeature snapshots;
    private final SessionCore core;
    private final SessionFeature sessions;
    private final SandboxFeature sandboxes;

    public ControlPlane(Ports ports, Settings settings, Ids ids, Clock clock, SecureRandom random) {
        this.store = new BerthStore(ports.dynamoDb(), settings.tableName());
        this.baseUrl = settings.baseUrl();
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        var idempotency = new Idempotency(store, clock);
        this.snapshots = new SnapshotFeature(ports, settings, store, idempotency, ids, clock);
        this.core = new SessionCore(ports, new Links(settings.baseUrl()), store, ids, clock);
        var tickets = new SocketTickets(store, random, clock);
        this.sessions = new SessionFeature(core, ports, settings, store, tickets, idempotency, ids, clock);
        this.sandboxes = new SandboxFeature(
                core, ports, settings, store, tickets, new SandboxTokens(ports.vault(), random), ids, clock);
    }

    /// Answers clients.
    public HttpFunction<Caller> api() {
        var spec = Spec.load();
        var signIns = new SignIns(store, random, clock);
        var authenticator = new CallerAuthenticator(new ApiKeys(store), signIns, baseUrl);
        return new HttpFunction<>(new Dispatch<>(spec, authenticator, apiEndpoints(spec, signIns)));
    }

    /// Answers sandboxes.
    public HttpFunction<SandboxCaller> sandboxApi() {
        return new HttpFunction<>(new Dispatch<>(Spec.load(), sandboxes.authenticator(), sandboxes.endpoints()));
    }

    /// Carries out the workflow's steps.
    public StepFunction step() {
        return sandboxes.stepFunction();
    }

    public SocketsFunction sockets() {
        return sandboxes.socketsFunction();
    }

    /// Does what others ask for on the bus.
    public TriggerFunction trigger() {
        var organizations = new CreateOrganization(store, ids, clock);
        return new TriggerFunction(
                new SessionRequests(
                        Spec.load(), sessions.endpoints().toList(), new Organizations(store), organizations::existing),
                new StopRequests(core.sessions, core.stopSession, organizations::existing));
    }

    /// Is told by AWS what has ended.
    public SubstrateEventsFunction substrateEvents() {
        return new SubstrateEventsFunction(
                new SandboxStopped(core.sandboxes, core.sessions, core.transitions, sandboxObserver()),
                snapshotObserver(),
                new ExecutionEnded(core.sessions, core.transitions, core.settle));
    }

    /// Makes the first administrator's key.
    public AdminFunction admin() {
        return new AdminFunction(new CreateOrganization(store, ids, clock), new ApiKeys(store));
    }

    /// Answers as the clients' operations do, for a caller whose organization is nobody's: it loads what they load, and
    /// finds nothing. For calling it before the first client comes.
    public HttpFunction<Caller> apiRehearsal() {
        var spec = Spec.load();
        var nobody = new Caller("org_nobody", Actor.BERTH, Set.of(Scope.ADMIN));
        return new HttpFunction<>(
                new Dispatch<>(spec, (_, _) -> nobody, sessions.endpoints().toList()));
    }

    /// To be told by the substrate.
    public SandboxObserver sandboxObserver() {
        return sandboxes.observer();
    }

    /// To be told by the substrate.
    public SnapshotObserver snapshotObserver() {
        return snapshots.observer();
    }

    /// Repairs what was left half done; at start and each minute.
    public void sweep() {
        sessions.sweep().sweep();
        snapshots.sweep();
    }

    /// Asks every session that runs to stop, as an operator or a shutdown does. What is queued stays queued.
    ///
    /// @return the sessions that are stopping now
    public List<SessionKey> stopAll(StopReason reason) {
        return core.sessions
                .live()
                .filter(session -> session.status().holdsSlot())
                .map(session -> core.stopSession.stop(session.key(), reason, null))
                .filter(applied -> applied.session().status() == SessionStatus.STOPPING)
                .map(applied -> applied.session().key())
                .toList();
    }

    /// A session has ended, or there is none.
    public boolean hasEnded(SessionKey key) {
        return core.sessions
                .find(key)
                .map(session -> !session.status().holdsSlot())
                .orElse(true);
    }

    public BerthStore store() {
        return store;
    }

    private List<Endpoint<Caller>> apiEndpoints(Spec spec, SignIns signIns) {
        var keys = new ApiKeys(store);
        var createKey = new CreateApiKey(keys, ids, clock, () -> ApiKeySecret.random(random));
        return Stream.of(
                        new HealthRoutes(spec).<Caller>endpoints().stream(),
                        new OrganizationRoutes(new Organizations(store)).endpoints().stream(),
                        new ApiKeyRoutes(keys, createKey, new DeleteApiKey(keys)).endpoints().stream(),
                        new SignInRoutes(keys, signIns, baseUrl).endpoints().stream(),
                        snapshots.endpoints(),
                        sessions.endpoints())
                .flatMap(endpoints -> endpoints)
                .toList();
    }
}
