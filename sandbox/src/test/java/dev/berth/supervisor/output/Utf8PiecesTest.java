package dev.berth.supervisor.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class Utf8PiecesTest {
    private final Utf8Pieces pieces = new Utf8Pieces();

    @Test
    void aCodePointThatIsCutComesWhole() {
        var euro = "\u20AC".getBytes(StandardCharsets.UTF_8);

        assertThat(pieces.next(euro, 0, 2)).isEmpty();
        assertThat(pieces.next(euro, 2, 1)).isEqualTo("\u20AC");
        assertThat(pieces.end()).isEmpty();
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        assertThat(pieces.next(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xE2}, 0, 4))
                .isEqualTo("a\uFFFDb");
        assertThat(pieces.end()).isEqualTo("\uFFFD");
    }

    @RepeatedTest(50)
    void anyBytesInAnyPiecesReadAsTheyDoAtOnce(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var bytes = mixed(random);
        var text = new StringBuilder();
        for (var from = 0; from < bytes.length; ) {
            var to = Math.min(bytes.length, from + 1 + random.nextInt(5));
            text.append(pieces.next(bytes, from, to - from));
            from = to;
        }
        text.append(pieces.end());

        assertThat(text.toString()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] mixed(Random random) {
        var out = new ByteArrayOutputStream();
        var texts = new String[] {"plain", "\u00E9", "\u20AC", "\uD83D\uDE00"};
        for (var part = 0; part < 40; part++) {
            var bytes = texts[random.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
            out.writeBytes(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes);
            if (random.nextInt(6) == 0) {
                out.write(random.nextInt(256));
            }
        }
        return out.toByteArray();
    }
}
