package dev.berth.local.cli.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One session behind a stub server: a log that tests append to and that is read as the contract says, a diff, and a
/// record. A profile named `demo` is there for it.
public final class StubSession {
    public static final String ID = "ses_1";
    public static final String PROFILE = "{\"id\":\"prf_1\",\"name\":\"demo\"}";

    private final List<String> events = new ArrayList<>();
    private String status = "queued";
    private String more = "";

    public void serve(StubServer server) {
        server.on("GET", "/v1/profiles", StubAnswer.json(200, "{\"items\":[" + PROFILE + "]}"));
        server.on("POST", "/v1/sessions", request -> StubAnswer.json(202, record()));
        server.on("GET", "/v1/sessions/" + ID, request -> StubAnswer.json(200, record()));
        server.on("GET", "/v1/sessions/" + ID + "/events", this::read);
        server.on("GET", "/v1/sessions/" + ID + "/diff", StubAnswer.text("text/x-diff", "--- a/x\n+++ b/x\n-1\n+2\n"));
    }

    public synchronized StubSession status(String now) {
        status = now;
        return append("berth", "session.status", "{\"status\":\"" + now + "\"}");
    }

    public synchronized StubSession failed(String code, String detail, String remedy) {
        more = ",\"failure\":{\"code\":\"%s\",\"detail\":\"%s\",\"remedy\":\"%s\",\"mustAct\":\"operator\"}"
                .formatted(code, detail, remedy);
        return status("failed");
    }

    /// A turn that prints something.
    public StubSession turn(String outcome) {
        append("sandbox", "turn.started", "{\"message\":\"msg_1\"}");
        append("agent", "command.output", "{\"stream\":\"stdout\",\"text\":\"hello\\n\"}");
        return append("agent", "turn.ended", "{\"outcome\":\"" + outcome + "\"}");
    }

    public synchronized StubSession append(String actor, String type, String data) {
        events.add(
                "{\"seq\":%d,\"type\":\"%s\",\"at\":\"2026-11-22T12:00:00Z\",\"generation\":1,\"actor\":{\"kind\":\"%s\"},\"data\":%s}"
                        .formatted(events.size() + 1, type, actor, data));
        notifyAll();
        return this;
    }

    private synchronized StubAnswer read(StubRequest request) throws InterruptedException {
        long after = request.number("after");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(request.number("wait"));
        while (events.size() <= after && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
        List<String> items = events.subList((int) Math.min(after, events.size()), events.size());
        return StubAnswer.json(
                200, "{\"items\":[%s],\"lastEventSeq\":%d}".formatted(String.join(",", items), events.size()));
    }

    private synchronized String record() {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"profile\":\"prf_1\",\"turn\":\"idle\"%s}"
                .formatted(ID, status, more);
    }
}
