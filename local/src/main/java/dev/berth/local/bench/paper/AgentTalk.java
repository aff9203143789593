package dev.berth.local.bench.paper;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.Json;
import dev.berth.event.OutputStreamName;
import dev.berth.protocol.SandboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Events as an agent makes them, 200 bytes of JSON each as they are sent: it says something, calls a tool, the tool
/// answers and prints.
/// The words are random, so that compression finds in them what it finds in prose, not more.
final class AgentTalk {
    static final int EVENT_BYTES = 200;
    private static final int KINDS = 4;
    private static final int VOCABULARY = 2_000;

    private final Random random = new Random(200);
    private final List<String> words =
            IntStream.range(0, VOCABULARY).mapToObj(number -> word()).toList();

    /// @param number of the event
    SandboxEvent event(int number, String turn, Instant at) {
        int filler = EVENT_BYTES - sizeOf(new SandboxEvent(at, turn, Actor.AGENT, data(number, "")));
        return new SandboxEvent(at, turn, Actor.AGENT, data(number, text(Math.max(1, filler))));
    }

    private static EventData data(int number, String text) {
        String id = "i%05d".formatted(number / KINDS);
        return switch (number % KINDS) {
            case 0 -> new EventData.AgentText(id, text, null, null, null, null);
            case 1 -> new EventData.ToolCall(id, "bash", Map.of("command", text));
            case 2 -> new EventData.CommandOutput(id, OutputStreamName.STDOUT, text, null, null, null);
            default -> new EventData.ToolResult(id, "completed", null, text, null, null, null);
        };
    }

    private static int sizeOf(SandboxEvent event) {
        return Json.MAPPER.writeValueAsBytes(event).length;
    }

    private String text(int characters) {
        String prose =
                IntStream.range(0, characters).mapToObj(at -> words.get(zipf())).collect(Collectors.joining(" "));
        return prose.substring(0, characters);
    }

    /// Few words are said often, most of them seldom.
    private int zipf() {
        return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
    }

    private String word() {
        int length = 2 + random.nextInt(9);
        return IntStream.range(0, length)
                .mapToObj(at -> String.valueOf((char) ('a' + random.nextInt(26))))
                .collect(Collectors.joining());
    }
}
