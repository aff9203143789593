package dev.berth.supervisor.codex;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON values, one a line, from a program that may write anything. What it returns fits into little memory;
/// bytes that are not UTF-8 are replaced.
final class JsonLines {
    /// Of the JSON of one string: codex keeps a MiB of a command's output.
    private static final int MAX_STRING_BYTES = 1_500_000;

    /// Of one line, without what was left out of its strings.
    private static final int MAX_LINE_BYTES = 3_000_000;

    /// Below what may be written again as part of something larger.
    private static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private final InputStream in;

    JsonLines(InputStream in) {
        this.in = in;
    }

    sealed interface Line {
        record Value(JsonNode json) implements Line {}

        record Unreadable() implements Line {}
    }

    /// Empty at the end of the stream.
    Optional<Line> next() throws IOException {
        var stream = new LineStream(in, MAX_STRING_BYTES, MAX_LINE_BYTES);
        var line = parse(stream);
        return stream.skipRest() || line instanceof Line.Value ? Optional.of(line) : Optional.empty();
    }

    private static Line parse(LineStream stream) {
        try {
            var json = MAPPER.readTree(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return json.isObject() ? new Line.Value(json) : new Line.Unreadable();
        } catch (JacksonException e) {
            return new Line.Unreadable();
        }
    }
}
