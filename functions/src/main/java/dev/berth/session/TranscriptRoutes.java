package dev.berth.session;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.LastDiffs;
import dev.berth.conversation.LogWatch;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.SessionEvent;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import dev.berth.sandbox.Viewers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is left of a session to read: events, diff, outputs. None of it needs a sandbox.
public final class TranscriptRoutes {
    private static final String DIFF_TYPE = "text/x-diff";
    private static final Duration LINK_VALIDITY = Duration.ofMinutes(5);

    /// A larger diff is answered with a link to it: a function answers at most 6 MB.
    private static final int LARGEST_ANSWER_BYTES = 1024 * 1024;

    private final ReadSession readSession;
    private final EventLog log;
    private final LogWatch watch;
    private final Viewers viewers;
    private final LastDiffs diffs;
    private final ObjectStore objects;
    private final Duration longestWait;

    /// @param longestWait a longer one is cut to it
    public TranscriptRoutes(
            ReadSession readSession,
            EventLog log,
            LogWatch watch,
            Viewers viewers,
            LastDiffs diffs,
            ObjectStore objects,
            Duration longestWait) {
        this.readSession = readSession;
        this.log = log;
        this.watch = watch;
        this.viewers = viewers;
        this.diffs = diffs;
        this.objects = objects;
        this.longestWait = longestWait;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("GET /v1/sessions/{session}/events", Scope.READ, this::events),
                Endpoint.of("GET /v1/sessions/{session}/diff", Scope.READ, this::diff),
                Endpoint.of("GET /v1/sessions/{session}/outputs/{output}", Scope.READ, this::output));
    }

    private HttpResponse events(HttpRequest request, Caller caller) {
        var key = session(request, caller).key();
        var after = request.queryNumber("after");
        var limit = Math.toIntExact(request.queryNumber("limit"));
        var wait = Duration.ofSeconds(Math.min(request.queryNumber("wait"), longestWait.toSeconds()));
        var items = log.read(key, after, limit);
        if (items.isEmpty() && wait.isPositive()) {
            viewers.note(key);
            watch.await(key, after, wait);
            items = log.read(key, after, limit);
        }
        return HttpResponse.json(200, Map.of("items", items, "lastEventSeq", lastSeq(key, items, limit)));
    }

    /// Without another read when the page was not full: then its last event is the log's.
    private long lastSeq(SessionKey key, List<SessionEvent> items, int limit) {
        return items.isEmpty() || items.size() == limit
                ? log.tail(key).lastSeq()
                : items.getLast().seq();
    }

    private HttpResponse diff(HttpRequest request, Caller caller) {
        return diffs.find(session(request, caller).key())
                .map(found -> diff(found.objectKey()))
                .orElseGet(() -> HttpResponse.text(200, DIFF_TYPE, ""));
    }

    private HttpResponse diff(String objectKey) {
        if (objects.size(objectKey).orElse(0) > LARGEST_ANSWER_BYTES) {
            return link(objectKey, DIFF_TYPE);
        }
        var bytes = objects.get(objectKey).orElseGet(() -> new byte[0]);
        return new HttpResponse(200, Map.of("content-type", DIFF_TYPE), bytes);
    }

    private HttpResponse output(HttpRequest request, Caller caller) {
        var output = request.pathParameter("output");
        var objectKey = StoredObjects.output(session(request, caller).key(), output);
        if (objects.size(objectKey).isEmpty()) {
            throw SessionProblems.noSuchOutput(output);
        }
        return link(objectKey, "text/plain; charset=utf-8");
    }

    private HttpResponse link(String objectKey, String contentType) {
        return HttpResponse.redirect(
                302,
                objects.signedDownload(objectKey, contentType, LINK_VALIDITY).toString());
    }

    private Session session(HttpRequest request, Caller caller) {
        return readSession.get(new SessionKey(caller.organization(), request.pathParameter("session")));
    }
}
