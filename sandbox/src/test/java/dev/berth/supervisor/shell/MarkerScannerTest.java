package dev.berth.supervisor.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerScannerTest {
    private final StringBuilder seen = new StringBuilder();
    private final MarkerScanner scanner = new MarkerScanner(
            "mark",
            (bytes, offset, length) -> seen.append(new String(bytes, offset, length, StandardCharsets.US_ASCII)),
            code -> seen.append("<").append(code).append(">"));

    /// `~` stands for a zero byte.
    @ParameterizedTest
    @CsvSource({
        "'plain', 'plain'",
        "'out~mark:0~', 'out<0>'",
        "'~mark:137~next', '<137>next'",
        "'a~mark:1~b~mark:2~', 'a<1>b<2>'",
        "'~', '~'",
        "'~~mark:0~', '~<0>'",
        "'~mar', '~mar'",
        "'~marker', '~marker'",
        "'~mark:~', '~mark:~'",
        "'~mark:12x~', '~mark:12x~'",
        "'~mark:1234~', '~mark:1234~'",
        "'~mark:1~mark:2~', '<1>mark:2~'",
        "'~mar~mark:3~', '~mar<3>'"
    })
    void aMarkerIsTakenOutAndAllElseIsOutput(String stream, String expected) {
        scan(stream, stream.length());

        assertThat(seen.toString().replace('\0', '~')).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void whereTheStreamIsCutDoesNotMatter(int chunk) {
        scan("one~mark:0~two~mar~mark:12~three~", chunk);

        assertThat(seen.toString().replace('\0', '~')).isEqualTo("one<0>two~mar<12>three~");
    }

    private void scan(String stream, int chunk) {
        var bytes = stream.replace('~', '\0').getBytes(StandardCharsets.US_ASCII);
        for (var from = 0; from < bytes.length; from += chunk) {
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk));
            scanner.scan(part, part.length);
        }
        scanner.finish();
    }
}
