package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
    private static final String ROCKET = "🚀";

    @Test
    void theTitleIsTheFirstLineThatSaysSomething() {
        assertThat(MessageText.title("\n \t\n  Mend the build  \nand more")).isEqualTo("Mend the build");
        assertThat(MessageText.title("One\r\nTwo")).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", " \t\r\n "})
    void aTextWithoutAnyHasAnEmptyTitle(String blank) {
        assertThat(MessageText.title(blank)).isEmpty();
    }

    @Test
    void aTitleOfEightyCharactersIsWholeAndALongerOneIsCutToEighty() {
        assertThat(MessageText.title("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(MessageText.title("x".repeat(81))).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void aCharacterOfTwoUnitsIsNeverCutInHalf() {
        assertThat(MessageText.title(ROCKET.repeat(80))).isEqualTo(ROCKET.repeat(80));
        assertThat(MessageText.title("x" + ROCKET.repeat(80))).isEqualTo("x" + ROCKET.repeat(78) + "…");
    }

    @Test
    void aTextIsMeasuredInBytes() {
        var fits = ROCKET.repeat(MessageText.MAX_BYTES / 4);

        assertThat(MessageText.checked("/task", fits)).isEqualTo(fits);
        assertThatThrownBy(() -> MessageText.checked("/task", fits + "x")).hasMessageContaining("/task");
    }

    @Test
    void aTextWithNulIsRefused() {
        assertThatThrownBy(() -> MessageText.checked("/text", "a\0b")).hasMessageContaining("NUL");
    }
}
