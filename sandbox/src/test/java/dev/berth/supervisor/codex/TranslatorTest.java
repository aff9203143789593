package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.FileChanged;
import dev.berth.event.EventData.ToolCall;
import dev.berth.event.EventData.ToolResult;
import dev.berth.event.Json;
import dev.berth.event.OutputStreamName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatorTest {
    private static final Translator TRANSLATOR = new Translator(new Paths(Path.of("/workspace/app")));

    @Test
    void whatARealCodexSaidBecomesTheEventsOfASession() {
        var told = Recording.of("conversation").stream()
                .flatMap(notification -> TRANSLATOR.events(notification).stream())
                .toList();

        assertThat(told)
                .containsSequence(
                        piece("msg_4382aec0e30d", "Let "),
                        piece("msg_4382aec0e30d", "me l"),
                        piece("msg_4382aec0e30d", "ook."),
                        new AgentText("msg_4382aec0e30d", "Let me look.", null, null, null, null),
                        new ToolCall(
                                "call_4382aec0e30d_0",
                                "exec_command",
                                Map.of(
                                        "command",
                                        "echo hello > hello.txt && for i in 1 2 3; do echo line $i; sleep 0.4; done",
                                        "cwd",
                                        "/workspace/app")),
                        output("call_4382aec0e30d_0", "line 2\n"),
                        output("call_4382aec0e30d_0", "line 3\n"),
                        result("call_4382aec0e30d_0", 0, "line 1\nline 2\nline 3\n"))
                .containsSequence(
                        new ToolCall(
                                "call_d0f0b742798f_0", "apply_patch", Map.of("files", List.of("app.py", "new.txt"))),
                        new FileChanged("app.py", "modified"),
                        new FileChanged("new.txt", "added"),
                        result("call_d0f0b742798f_0", null, """
                                --- a/app.py
                                +++ b/app.py
                                @@ -1,2 +1,2 @@
                                 print('one')
                                -print('two')
                                +print('deux')
                                --- /dev/null
                                +++ b/new.txt
                                +fresh
                                """));
        assertThat(told).noneMatch(EventData.Error.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"delete"}                       | [gone deleted]
            {"type":"update"}                       | [gone modified]
            {"type":"update","move_path":"new/name"} | [gone deleted, new/name added]
            {"type":"something new"}                | [gone modified]
            """)
    void aChangeOfAFileIsToldByWhatItIs(String kind, String changes) {
        var item = """
                {"type": "fileChange", "id": "c", "status": "completed",
                 "changes": [{"path": "/workspace/app/gone", "kind": %s, "diff": "-x"}]}
                """.formatted(kind);

        assertThat(ended(item)
                        .filter(FileChanged.class::isInstance)
                        .map(FileChanged.class::cast)
                        .map(change -> change.path() + " " + change.change())
                        .toList())
                .hasToString(changes);
    }

    @Test
    void aChangeThatWasRefusedChangedNothing() {
        var item = """
                {"type": "fileChange", "id": "c", "status": "failed",
                 "changes": [{"path": "a", "kind": {"type": "add"}, "diff": "x"}]}
                """;

        assertThat(ended(item)).singleElement().isEqualTo(new ToolResult("c", "failed", null, """
                --- /dev/null
                +++ b/a
                +x
                """, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../outside", "/workspace/application/x"})
    void aPathOutsideOfWhereTheAgentWorksStaysWhole(String path) {
        assertThat(new Paths(Path.of("/workspace/app")).shown(path)).isEqualTo(path);
    }

    @Test
    void aFailedCommandHasItsExitCodeAndAKilledOneHasNone() {
        assertThat(ended("""
                {"type": "commandExecution", "id": "c", "status": "failed", "exitCode": 3, "aggregatedOutput": "no"}
                """)).containsExactly(new ToolResult("c", "failed", 3, "no", null, null, null));
        assertThat(ended("""
                {"type": "commandExecution", "id": "c", "status": "failed", "exitCode": -1, "aggregatedOutput": null}
                """)).containsExactly(new ToolResult("c", "failed", null, "", null, null, null));
    }

    @Test
    void anotherToolIsToldByItsNameItsInputAndTheTextOfItsResult() {
        var item = """
                {"type": "mcpToolCall", "id": "c", "server": "tickets", "tool": "find", "status": "completed",
                 "arguments": {"key": "A-1"}, "result": {"content": [{"type": "text", "text": "found"}, {"type": "image"}]}}
                """;

        assertThat(started(item)).containsExactly(new ToolCall("c", "tickets.find", Map.of("key", "A-1")));
        assertThat(ended(item)).containsExactly(new ToolResult("c", "completed", null, "found", null, null, null));
    }

    @Test
    void anInputThatIsTooMuchForAnEventIsCut() {
        var command = started(
                "{\"type\": \"commandExecution\", \"id\": \"c\", \"command\": \"%s\"}".formatted("x".repeat(100_000)));
        var other = started("{\"type\": \"mcpToolCall\", \"id\": \"c\", \"arguments\": {\"a\": \"%s\"}}"
                .formatted("x".repeat(100_000)));

        assertThat(Stream.concat(command, other).map(Json.MAPPER::writeValueAsString))
                .hasSize(2)
                .allSatisfy(json -> assertThat(json).hasSizeLessThan(9_000).contains("…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"item\": null}",
                "{\"item\": [1]}",
                "{\"item\": {\"type\": 7, \"id\": {}}}",
                "{\"item\": {\"type\": \"commandExecution\"}}",
                "{\"item\": {\"type\": \"commandExecution\", \"exitCode\": \"x\", \"commandActions\": [1]}}",
                "{\"item\": {\"type\": \"fileChange\", \"changes\": {\"a\": 1}}}",
                "{\"item\": {\"type\": \"fileChange\", \"status\": \"completed\", \"changes\": [null, \"x\", {\"path\": \"\\u0000\"}]}}",
                "{\"item\": {\"type\": \"mcpToolCall\", \"arguments\": \"text\", \"result\": 5}}",
                "{\"turn\": 5, \"error\": 5, \"tokenUsage\": \"many\", \"delta\": {}, \"itemId\": 1.5}"
            })
    void whatIsNotAsItShouldBeIsTakenAsFarAsItGoes(String params) {
        var json = Json.MAPPER.readTree(params);

        assertThat(Stream.of(
                                "item/started",
                                "item/completed",
                                "item/agentMessage/delta",
                                "item/commandExecution/outputDelta",
                                "turn/started",
                                "turn/completed",
                                "thread/tokenUsage/updated",
                                "error",
                                "warning",
                                "of/another/time")
                        .flatMap(method -> TRANSLATOR.events(Notification.of(method, json)).stream())
                        .map(Json.MAPPER::writeValueAsString))
                .isNotEmpty();
    }

    private static Stream<EventData> started(String item) {
        return TRANSLATOR.events(new Notification.ItemStarted(Item.of(Json.MAPPER.readTree(item)))).stream();
    }

    private static Stream<EventData> ended(String item) {
        return TRANSLATOR.events(new Notification.ItemEnded(Item.of(Json.MAPPER.readTree(item)))).stream();
    }

    private static AgentText piece(String item, String text) {
        return new AgentText(item, text, true, null, null, null);
    }

    private static CommandOutput output(String call, String text) {
        return new CommandOutput(call, OutputStreamName.STDOUT, text, null, null, null);
    }

    private static ToolResult result(String call, @Nullable Integer exitCode, String output) {
        return new ToolResult(call, "completed", exitCode, output, null, null, null);
    }
}
