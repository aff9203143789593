package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.supervisor.codex.JsonLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final String GOOD = "{\"good\":1}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "",
                "   ",
                "{\"a\": ",
                "{\"a\": \"open",
                "{\"a\": \"\\",
                "{\"a\": \"\\u12",
                "[1]",
                "\"text\"",
                "7",
                "{} {}",
                "{\"a\": 1e999999999}\u0000",
                "\u001b[2m2026-11-22 ERROR\u001b[0m"
            })
    void aLineThatIsNoObjectIsPassedOverAndTheNextIsRead(String line) throws IOException {
        assertThat(read(line + "\n" + GOOD)).hasSize(2).last().isEqualTo(Json.MAPPER.readTree(GOOD));
    }

    @Test
    void deepNestingIsPassedOver() throws IOException {
        var deep = "{\"a\":".repeat(100_000);

        assertThat(read(deep + "\n" + GOOD)).containsExactly("unreadable", Json.MAPPER.readTree(GOOD));
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() throws IOException {
        var bytes = "{\"a\":\"x\u00ffy\"}\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(new ByteArrayInputStream(bytes))).containsExactly(Json.MAPPER.readTree("{\"a\":\"x\uFFFDy\"}"));
    }

    @Test
    void aLongStringLosesItsEndAndTheRestOfTheLineIsKept() throws IOException {
        var line = "{\"long\":\"%s\",\"after\":true}\n".formatted("é\\n".repeat(2_000_000));

        var json = Json.MAPPER.valueToTree(read(line).getFirst());

        assertThat(json.path("after").asBoolean()).isTrue();
        assertThat(json.path("long").asString())
                .startsWith("é\né\n")
                .endsWith("…")
                .hasSizeLessThan(1_500_000);
    }

    @Test
    void aLineOfManyLongStringsIsPassedOver() throws IOException {
        var line = "{" + "\"k\":\"%s\",".formatted("x".repeat(1_400_000)).repeat(3) + "\"z\":1}\n";

        assertThat(read(line + GOOD)).containsExactly("unreadable", Json.MAPPER.readTree(GOOD));
    }

    @Test
    void aLineWithoutAnEndIsNoLine() throws IOException {
        assertThat(read("{\"cut\":")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\\ud83d\\ude00, \uFFFD\uFFFD",
        "\\uD800, \uFFFD",
        "a\\uDfffb, a\uFFFDb",
        "\\ud55c, \uD55C",
        "\\u00e9\\\\ud800, \u00e9\\ud800",
        "\\\\\\ud800, \\\uFFFD"
    })
    void anEscapeOfHalfACharacterIsReplaced(String escaped, String text) throws IOException {
        var json = Json.MAPPER.valueToTree(
                read("{\"a\":\"%s\"}\n".formatted(escaped)).getFirst());

        assertThat(json.path("a").asString()).isEqualTo(text);
    }

    @Test
    void piecesComeAsTheyAreWritten() throws IOException {
        var in = new SequenceInputStream(stream("{\"a\":\"b"), stream("\\"));
        var whole = new SequenceInputStream(in, stream("n\"}\n" + GOOD));

        assertThat(read(whole)).containsExactly(Json.MAPPER.readTree("{\"a\":\"b\\n\"}"), Json.MAPPER.readTree(GOOD));
    }

    private static List<Object> read(String lines) throws IOException {
        return read(stream(lines));
    }

    private static List<Object> read(InputStream in) throws IOException {
        var read = new ArrayList<>();
        var lines = new JsonLines(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(
                    switch (line.get()) {
                        case Line.Value(var json) -> json;
                        case Line.Unreadable() -> "unreadable";
                    });
        }
        return read;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
