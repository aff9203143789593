package dev.berth.supervisor.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.event.MessageMode;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.Turn;
import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The sandbox's side of the control plane, in memory: keeps the log, hands out turns, and can be made to misbehave.
public final class FakeControlPlane implements AutoCloseable {
    public static final String BOOTSTRAP_TOKEN = "bootstrap-token";
    public static final String SANDBOX = "sbx_1";

    private final HttpServer server;
    private final FakeWakeSocket wakeSocket;
    private final Map<String, byte[]> uploads = new HashMap<>();
    private final List<UploadRequest.Kind> uploadKinds = new ArrayList<>();
    private final List<SandboxEvent> log = new ArrayList<>();
    private final Deque<Turn> queued = new ArrayDeque<>();
    private final List<String> secretHashes = new ArrayList<>();
    private final List<Long> batchNumbers = new ArrayList<>();
    private UnaryOperator<Manifest> manifest = UnaryOperator.identity();
    private Optional<Turn> open = Optional.empty();
    private Optional<ReadyReport> ready = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private Predicate<EventBatch> refusesBatch = batch -> false;
    private long acknowledged;
    private int generation = 1;
    private int turns;
    private int heartbeats;
    private int failWith;
    private int loseAnswers;
    private final FakeArchives archives = new FakeArchives();
    private boolean stop;
    private @Nullable String interruptTurn;

    public FakeControlPlane() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        wakeSocket = new FakeWakeSocket();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public FakeArchives archives() {
        return archives;
    }

    /// Another sandbox of the same session is to come: what was told of the one before stays.
    public synchronized void nextGeneration() {
        generation++;
        acknowledged = 0;
        open = Optional.empty();
        ready = Optional.empty();
        stop = false;
    }

    public synchronized void manifest(UnaryOperator<Manifest> change) {
        manifest = change;
    }

    /// Has the sandbox ask, as a message on the socket would.
    public void wake() {
        wakeSocket.wake();
    }

    public void dropSockets() throws IOException {
        wakeSocket.dropAll();
    }

    /// Every call is answered with this status from now on; 0 for none.
    public synchronized void failWith(int status) {
        failWith = status;
    }

    /// So many batches are appended and their connection is then cut.
    public synchronized void loseAnswers(int count) {
        loseAnswers = count;
    }

    /// Batches like this are answered with 413.
    public synchronized void refuseBatches(Predicate<EventBatch> refused) {
        refusesBatch = refused;
    }

    public synchronized String queue(String script) {
        var turn = "trn_" + ++turns;
        queued.add(new Turn(turn, "msg_" + turns, script, MessageMode.QUEUE));
        return turn;
    }

    public synchronized void interrupt(String turn) {
        interruptTurn = turn;
    }

    public synchronized void stop() {
        stop = true;
    }

    public synchronized List<SandboxEvent> log() {
        return List.copyOf(log);
    }

    public synchronized List<Long> batchNumbers() {
        return List.copyOf(batchNumbers);
    }

    public synchronized List<String> secretHashes() {
        return List.copyOf(secretHashes);
    }

    public synchronized Optional<ReadyReport> ready() {
        return ready;
    }

    public synchronized Optional<Failure> failure() {
        return failure;
    }

    public synchronized int heartbeats() {
        return heartbeats;
    }

    public synchronized List<byte[]> uploads(UploadRequest.Kind kind) {
        var found = new ArrayList<byte[]>();
        for (var index = 0; index < uploadKinds.size(); index++) {
            var bytes = uploads.get("out_" + index);
            if (uploadKinds.get(index) == kind && bytes != null) {
                found.add(bytes);
            }
        }
        return found;
    }

    public Optional<EventData.TurnEnded> end(String turn) {
        return log().stream()
                .filter(event -> turn.equals(event.turn()))
                .map(SandboxEvent::data)
                .filter(EventData.TurnEnded.class::isInstance)
                .map(EventData.TurnEnded.class::cast)
                .findFirst();
    }

    /// Both streams of a turn, as they came.
    public String output(String turn) {
        var text = new StringBuilder();
        for (var event : log()) {
            if (turn.equals(event.turn()) && event.data() instanceof EventData.CommandOutput output) {
                text.append(output.text());
            }
        }
        return text.toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (archives.handle(exchange)) {
                return;
            }
            var body = exchange.getRequestBody().readAllBytes();
            var reply = reply(exchange.getRequestURI().getPath(), body);
            if (reply == null) {
                return;
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private synchronized @Nullable Reply reply(String path, byte[] body) {
        if (failWith > 0) {
            return new Reply(failWith, new byte[0]);
        }
        if (path.startsWith("/objects/")) {
            uploads.put(path.substring("/objects/".length()), body);
            return new Reply(200, new byte[0]);
        }
        return switch (path) {
            case "/sandbox/v1/bootstrap" -> bootstrap(body);
            case "/sandbox/v1/ready" -> {
                ready = Optional.of(Json.MAPPER.readValue(body, ReadyReport.class));
                yield answer();
            }
            case "/sandbox/v1/failure" -> {
                failure = Optional.of(
                        Json.MAPPER.readValue(body, FailureReport.class).failure());
                yield answer();
            }
            case "/sandbox/v1/heartbeats" -> {
                heartbeats++;
                yield answer();
            }
            case "/sandbox/v1/batches" -> append(Json.MAPPER.readValue(body, EventBatch.class));
            case "/sandbox/v1/turns" -> turn();
            case "/sandbox/v1/uploads" -> uploadTarget(Json.MAPPER.readValue(body, UploadRequest.class));
            default -> new Reply(404, new byte[0]);
        };
    }

    private Reply bootstrap(byte[] body) {
        secretHashes.add(Json.MAPPER.readValue(body, BootstrapRequest.class).secretHash());
        return json(
                200,
                manifest.apply(new Manifest(
                        "sbx_" + generation,
                        "ses_1",
                        generation,
                        new Manifest.Agent("shell", null, Map.of()),
                        List.of(),
                        null,
                        Map.of(),
                        3600,
                        20,
                        wakeSocket.url(),
                        null,
                        archives.keep(url()))));
    }

    private @Nullable Reply append(EventBatch batch) {
        if (refusesBatch.test(batch)) {
            return new Reply(413, new byte[0]);
        }
        batchNumbers.add(batch.number());
        if (batch.number() == acknowledged + 1) {
            acknowledged++;
            log.addAll(batch.events());
            batch.events().forEach(this::settle);
        }
        return loseAnswers-- > 0 ? null : answer();
    }

    private void settle(SandboxEvent event) {
        if (event.data() instanceof EventData.TurnEnded) {
            open = Optional.empty();
        }
    }

    private Reply turn() {
        if (open.isEmpty()) {
            open = Optional.ofNullable(queued.poll());
        }
        return open.map(turn -> json(201, turn)).orElseGet(() -> new Reply(204, new byte[0]));
    }

    private Reply uploadTarget(UploadRequest request) {
        if (request.kind() == UploadRequest.Kind.ARCHIVE) {
            return json(200, archives.target(url(), request));
        }
        var name = "out_" + uploadKinds.size();
        uploadKinds.add(request.kind());
        return json(200, new UploadTarget(url() + "/objects/" + name, "/outputs/" + name));
    }

    private Reply answer() {
        return json(200, new SandboxAnswer(acknowledged, 20, queued.size(), interruptTurn, stop));
    }

    private static Reply json(int status, Object body) {
        return new Reply(status, Json.MAPPER.writeValueAsBytes(body));
    }

    private record Reply(int status, byte[] body) {}

    @Override
    public void close() throws IOException {
        server.stop(0);
        wakeSocket.close();
    }
}
