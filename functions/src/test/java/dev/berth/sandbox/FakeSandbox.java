package dev.berth.sandbox;

import dev.berth.access.FakeObjectStore;
import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.EventData.SandboxPhase;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.Turn;
import dev.berth.protocol.UploadRequest;
import dev.berth.session.Session;
import dev.berth.session.SessionBuilder;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A supervisor that the test plays: it says to the control plane what a sandbox of the newest launch would say.
public final class FakeSandbox {
    private static final dev.berth.protocol.Activity BUSY = dev.berth.protocol.Activity.BUSY;

    private final SessionScene scene;
    private final Launch launch;
    private final String secret;
    private long lastBatch;

    private FakeSandbox(SessionScene scene, Launch launch, String secret) {
        this.scene = scene;
        this.launch = launch;
        this.secret = secret;
    }

    /// The newest launch's sandbox, before its first call.
    public static FakeSandbox launched(SessionScene scene) {
        var launch = scene.driver.launches().getLast();
        return new FakeSandbox(scene, launch, "secret of " + launch.sandbox().id());
    }

    /// A running session and its sandbox, which has been given nothing yet.
    public static FakeSandbox running(SessionScene scene, SessionKey key) {
        scene.startStep(key, 0);
        var sandbox = launched(scene);
        sandbox.exchange();
        sandbox.ready();
        return sandbox;
    }

    public SessionKey session() {
        return launch.sandbox().session();
    }

    public SandboxRef ref() {
        return launch.sandbox();
    }

    public Manifest exchange() {
        return exchange(secret);
    }

    public Manifest exchange(String madeSecret) {
        return scene.bootstrap.exchange(
                launch.bootstrapToken(), new BootstrapRequest(Protocol.VERSION, SandboxTokens.hash(madeSecret)));
    }

    public Manifest manifest() {
        return scene.manifests.of(caller().sandbox());
    }

    public String bearer() {
        return launch.sandbox().id() + "." + secret;
    }

    public SandboxCaller caller() {
        return scene.tokenCheck.check(bearer());
    }

    public Session ready() {
        return scene.reportReady.ready(caller(), new ReadyReport(List.of(new SandboxPhase("boot", 120))));
    }

    public Session failed() {
        return scene.reportFailure.failed(caller(), new FailureReport(SessionBuilder.FAILURE));
    }

    public Optional<Turn> takeTurn() {
        return scene.takeTurn.take(caller());
    }

    public SandboxAnswer heartbeat(long idleMillis) {
        return scene.hear.hear(caller(), new dev.berth.protocol.Activity(idleMillis));
    }

    /// Sends the next batch.
    public SandboxAnswer send(SandboxEvent... events) {
        lastBatch++;
        return send(lastBatch, events);
    }

    public SandboxAnswer send(long number, SandboxEvent... events) {
        return scene.appendBatch.append(caller(), new EventBatch(number, BUSY, Arrays.asList(events)));
    }

    /// Asks for a place, puts an archive there and completes it.
    ///
    /// @return its id
    public String keep(String content) {
        var archive = upload(content);
        complete(archive, content);
        return archive;
    }

    /// Puts an archive where it is to go, and completes it not.
    public String upload(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var request = new UploadRequest(UploadRequest.Kind.ARCHIVE, bytes.length, FakeObjectStore.checksum(bytes));
        var target = scene.requestUpload.request(caller(), request);
        scene.objects.put(URI.create(target.url()).getPath().substring(1), bytes);
        return target.reference();
    }

    public void complete(String archive, String content) {
        complete(caller(), archive, content);
    }

    /// @param asCaller who the sandbox was when it called
    public void complete(SandboxCaller asCaller, String archive, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        scene.storeArchive.store(asCaller, new ArchiveReport(archive, bytes.length, FakeObjectStore.checksum(bytes)));
    }

    /// Takes the next message and ends its turn.
    public SandboxAnswer completeTurn() {
        return send(turnEnded(takeTurn().orElseThrow().turn()));
    }

    public SandboxEvent text(String text) {
        return event(null, new EventData.AgentText("item", text, null, null, null, null));
    }

    public SandboxEvent turnEnded(String turn) {
        return event(turn, new EventData.TurnEnded(TurnOutcome.COMPLETED, 0, null, null));
    }

    public SandboxEvent diffUpdated() {
        return event(null, new EventData.DiffUpdated(1, 2, 3));
    }

    /// The substrate says that it has gone.
    public void endByItself(String detail) {
        scene.driver.end(ref());
        scene.goneObserver.gone(ref(), new Observation.Gone(detail));
    }

    private SandboxEvent event(@Nullable String turn, EventData data) {
        return new SandboxEvent(scene.clock.instant(), turn, Actor.AGENT, data);
    }
}
