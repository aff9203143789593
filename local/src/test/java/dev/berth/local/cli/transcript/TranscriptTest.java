package dev.berth.local.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.event.SessionEvent;
import dev.berth.local.cli.terminal.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares with golden files, in which an escape character is written as `\e`.
class TranscriptTest {

    @ParameterizedTest
    @CsvSource({"PLAIN, false, fix.plain.txt", "COLOUR, true, fix.colour.txt"})
    void aTranscriptReadsAsItsGoldenFile(Style style, boolean live, String golden) throws IOException {
        Transcript transcript = new Transcript(style, live);
        String rendered = resource("fix.events.jsonl")
                .lines()
                .filter(line -> !line.contains("some.day"))
                .map(line -> transcript.render(Json.MAPPER.readValue(line, SessionEvent.class)))
                .collect(Collectors.joining());
        assertThat(rendered.replace("\u001b", "\\e")).isEqualTo(resource(golden));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TranscriptTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
