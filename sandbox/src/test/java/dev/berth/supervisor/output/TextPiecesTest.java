package dev.berth.supervisor.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPiecesTest {
    @Test
    void aTextIsCutBetweenCodePoints() {
        assertThat(TextPieces.of("ab\u20ACcd\uD83D\uDE00", 4)).isEqualTo(List.of("ab", "\u20ACc", "d", "\uD83D\uDE00"));
        assertThat(TextPieces.head("ab\u20AC", 4)).isEqualTo("ab");
        assertThat(TextPieces.of("", 4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u00E9\u20AC\uD83D\uDE00", "a\nb\t\"\\\r", "\u0001\u001B[31m"})
    void theSizesAreThoseOfTheBytes(String text) {
        assertThat(TextSize.utf8(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(TextSize.json(text)).isEqualTo(Json.MAPPER.writeValueAsBytes(text).length - 2);
    }
}
