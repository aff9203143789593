package dev.berth.session;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import dev.berth.session.SessionTransitions.Applied;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `/v1/sessions`: starting, reading and steering.
public final class SessionRoutes {
    private final StartSession startSession;
    private final StopSession stopSession;
    private final ResumeSession resumeSession;
    private final InterruptTurn interruptTurn;
    private final DeleteSession deleteSession;
    private final ReadSession readSession;
    private final Idempotency idempotency;
    private final Links links;

    public SessionRoutes(
            StartSession startSession,
            StopSession stopSession,
            ResumeSession resumeSession,
            InterruptTurn interruptTurn,
            DeleteSession deleteSession,
            ReadSession readSession,
            Idempotency idempotency,
            Links links) {
        this.startSession = startSession;
        this.stopSession = stopSession;
        this.resumeSession = resumeSession;
        this.interruptTurn = interruptTurn;
        this.deleteSession = deleteSession;
        this.readSession = readSession;
        this.idempotency = idempotency;
        this.links = links;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("POST /v1/sessions", Scope.SESSIONS, this::start),
                Endpoint.of("GET /v1/sessions", Scope.READ, this::list),
                Endpoint.of("GET /v1/sessions/{session}", Scope.READ, this::get),
                Endpoint.of("DELETE /v1/sessions/{session}", Scope.SESSIONS, this::delete),
                Endpoint.of("POST /v1/sessions/{session}/stop", Scope.SESSIONS, this::stop),
                Endpoint.of("POST /v1/sessions/{session}/resume", Scope.SESSIONS, this::resume),
                Endpoint.of("POST /v1/sessions/{session}/interrupt", Scope.SESSIONS, this::interrupt));
    }

    private HttpResponse start(HttpRequest request, Caller caller) {
        var command = request.json(StartCommand.class);
        return idempotency.once(
                request,
                caller,
                recorder -> HttpResponse.json(
                        202,
                        SessionView.of(
                                startSession.start(
                                        caller.organization(),
                                        caller.actor(),
                                        command,
                                        (transaction, session) -> recorder.record(
                                                transaction, HttpResponse.json(202, SessionView.of(session, links)))),
                                links)));
    }

    private HttpResponse list(HttpRequest request, Caller caller) {
        var page = readSession.list(caller.organization(), request.page(), shown(request));
        return HttpResponse.json(200, page.map(session -> SessionView.of(session, links)));
    }

    private static Predicate<Session> shown(HttpRequest request) {
        var status = request.queryParameter("status");
        var profile = request.queryParameter("profile");
        var startedBy = request.queryParameter("startedBy");
        return session -> matches(status, session.status().wireName())
                && matches(profile, session.spec().profile())
                && matches(startedBy, session.spec().startedBy().id());
    }

    private static boolean matches(@Nullable String asked, @Nullable String actual) {
        return asked == null || Objects.equals(asked, actual);
    }

    private HttpResponse get(HttpRequest request, Caller caller) {
        return HttpResponse.json(200, asItIsNow(readSession.get(key(request, caller))));
    }

    private SessionView asItIsNow(Session session) {
        return SessionView.of(
                session, links, readSession.lastActiveAt(session), readSession.lastEventSeq(session.key()));
    }

    private HttpResponse delete(HttpRequest request, Caller caller) {
        deleteSession.delete(readSession.get(key(request, caller)).key());
        return HttpResponse.empty(204);
    }

    private HttpResponse stop(HttpRequest request, Caller caller) {
        var session = readSession.get(key(request, caller));
        return steered(stopSession.stop(session.key(), StopReason.USER, null));
    }

    private HttpResponse resume(HttpRequest request, Caller caller) {
        var session = readSession.get(key(request, caller));
        var isFresh =
                request.body().length > 0 && request.json(ResumeCommand.class).isFresh();
        return steered(resumeSession.resume(session.key(), isFresh));
    }

    private HttpResponse interrupt(HttpRequest request, Caller caller) {
        return steered(
                interruptTurn.interrupt(readSession.get(key(request, caller)).key()));
    }

    private HttpResponse steered(Applied applied) {
        return HttpResponse.json(applied.changed() ? 202 : 200, asItIsNow(applied.session()));
    }

    private static SessionKey key(HttpRequest request, Caller caller) {
        return new SessionKey(caller.organization(), request.pathParameter("session"));
    }
}
