package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.event.MessageMode;
import dev.berth.event.MustAct;
import dev.berth.event.OutputStreamName;
import dev.berth.event.SessionEvent;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.Activity;
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
import dev.berth.protocol.UploadTarget;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the supervisor writes is what the document says: else its batches would be refused for ever.
class ProtocolSchemasTest {
    private static final Schemas SCHEMAS = Spec.load().schemas();
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");
    private static final Failure FAILURE = new Failure("clone_failed", "It is empty.", "Push to it.", MustAct.CALLER);

    static Stream<EventData> eventData() {
        return Stream.of(
                new EventData.SessionStatus("queued", null),
                new EventData.SessionStatus("stopped", "user"),
                new EventData.SandboxPhase("workspace", 12),
                new EventData.SandboxPhase("workspace", 12, new EventData.Checkout("app", "main", "0".repeat(40))),
                new EventData.MessageReceived("msg_1", "hello", MessageMode.INTERRUPT, null, null, null),
                new EventData.TurnStarted("msg_1"),
                new EventData.TurnEnded(TurnOutcome.COMPLETED, null, null, null),
                new EventData.TurnEnded(TurnOutcome.FAILED, 137, new EventData.Usage(1, 2), "killed"),
                new EventData.AgentText("item-1", "", null, null, null, null),
                new EventData.AgentText("item-1", "text", true, true, 40_000L, "/v1/sessions/ses_1/outputs/out_1"),
                new EventData.ToolCall("call-1", "bash", Map.of("command", "ls")),
                new EventData.ToolResult("call-1", "completed", 0, "out", null, null, null),
                new EventData.CommandOutput(null, OutputStreamName.STDERR, "\u0000\u001b[31m", null, null, null),
                new EventData.CommandOutput("call-1", OutputStreamName.STDOUT, "x", true, 1L << 40, "/v1/x"),
                new EventData.FileChanged("a/b", "added"),
                new EventData.DiffUpdated(1, 2, 3),
                new EventData.AccessGranted(null, "GET", "example.com", "/", "open", null),
                new EventData.AccessDenied("con_1", "POST", "example.com", "/", "none", "not granted"),
                EventData.Error.of(FAILURE));
    }

    @Test
    void everyTypeOfEventIsTriedHere() {
        Set<Class<?>> tried = new HashSet<>();
        eventData().forEach(data -> tried.add(data.getClass()));

        assertThat(EventData.class.getPermittedSubclasses()).allMatch(tried::contains);
    }

    @ParameterizedTest
    @MethodSource("eventData")
    void anEventIsReadAndWrittenAsDocumented(EventData data) {
        var sent = new SandboxEvent(AT, "trn_1", Actor.AGENT, data);
        var kept = new SessionEvent(7, AT, 1, null, Actor.apiKey("key_1"), data);

        conforms("EventBatch", new EventBatch(1, Activity.BUSY, List.of(sent)));
        conforms("Event", kept);
    }

    @Test
    void anEventOfATypeNobodyKnowsIsRefused() {
        var event = Json.MAPPER.readTree("""
                {"at": "2026-11-22T10:00:00Z", "actor": {"kind": "agent"}, "type": "agent.mood", "data": {}}""");

        assertThat(SCHEMAS.component("SandboxEvent").errors(event)).isNotEmpty();
    }

    @Test
    void everythingElseOfTheProtocolIsAsDocumented() {
        conforms("BootstrapRequest", new BootstrapRequest(1, "0".repeat(64)));
        conforms("Manifest", manifest());
        conforms("ReadyReport", new ReadyReport(List.of(new EventData.SandboxPhase("boot", 0))));
        conforms("FailureReport", new FailureReport(FAILURE));
        conforms("Activity", new Activity(0));
        conforms("SandboxAnswer", new SandboxAnswer(0, 50, 0, null, false));
        conforms("SandboxAnswer", new SandboxAnswer(3, 50, 1, "trn_1", true));
        conforms("Turn", new Turn("trn_1", "msg_1", "ls", MessageMode.QUEUE));
        conforms("UploadRequest", new UploadRequest(UploadRequest.Kind.DIFF, 10));
        conforms("UploadRequest", new UploadRequest(UploadRequest.Kind.ARCHIVE, 10, "0a1b2c3d"));
        conforms("ArchiveReport", new ArchiveReport("arc_01k9zjx6w5v7b2q8m4t3n1c0hf", 10, "0a1b2c3d"));
        conforms("UploadTarget", new UploadTarget("http://127.0.0.1:8080/objects/x", "/v1/sessions/ses_1/diff"));
    }

    private static Manifest manifest() {
        return new Manifest(
                "sbx_1",
                "ses_1",
                1,
                new Manifest.Agent("shell", null, Map.of()),
                List.of(new Manifest.Repository("app", "file:///tmp/app", "app", "main", 50)),
                null,
                Map.of("CI", "1"),
                60,
                50,
                "ws://127.0.0.1:8080/socket",
                null,
                new Manifest.Keep(
                        Protocol.MAX_ARCHIVE_BYTES,
                        new Manifest.Restore("http://127.0.0.1:8080/objects/y", 10, "0a1b2c3d")));
    }

    private static void conforms(String schema, Object value) {
        var json = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(value));
        assertThat(SCHEMAS.component(schema).errors(json)).as(json.toString()).isEmpty();
    }
}
