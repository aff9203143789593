package dev.berth.local.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafeTextTest {

    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                Arguments.of("plain text, tabs\tand\nlines", "plain text, tabs\tand\nlines"),
                Arguments.of("umlauts äöü, 漢字 and 👩‍🚀", "umlauts äöü, 漢字 and 👩‍🚀"),
                Arguments.of("title \u001b]0;owned\u0007", "title ␛]0;owned␇"),
                Arguments.of(
                        "link \u001b]8;;http://evil\u001b\\x\u001b]8;;\u001b\\", "link ␛]8;;http://evil␛\\x␛]8;;␛\\"),
                Arguments.of("clipboard \u001b]52;c;aGk=\u0007", "clipboard ␛]52;c;aGk=␇"),
                Arguments.of("clear \u001b[2J\u001b[H", "clear ␛[2J␛[H"),
                Arguments.of("up \u001b[1A\u001b[2K", "up ␛[1A␛[2K"),
                Arguments.of("alternate screen \u001b[?1049h", "alternate screen ␛[?1049h"),
                Arguments.of("device query \u001b[6n", "device query ␛[6n"),
                Arguments.of("reset \u001bc", "reset ␛c"),
                Arguments.of(
                        "8-bit CSI \u009b2J, OSC \u009d0;x\u009c", "8-bit CSI <U+009B>2J, OSC <U+009D>0;x<U+009C>"),
                Arguments.of("device control \u001bP$q\"p\u001b\\", "device control ␛P$q\"p␛\\"),
                Arguments.of("bell \u0007, back \b, form feed \f, null \0", "bell ␇, back ␈, form feed ␌, null ␀"),
                Arguments.of("delete \u007f", "delete ␡"),
                Arguments.of("over\rwritten", "over␍written"),
                Arguments.of("windows\r\nlines\r\n", "windows\nlines\n"),
                Arguments.of("ends with return\r", "ends with return"),
                Arguments.of("admin\u202egnp.exe\u202c", "admin<U+202E>gnp.exe<U+202C>"),
                Arguments.of("\u2066isolate\u2069 \u200emark\u200f", "<U+2066>isolate<U+2069> <U+200E>mark<U+200F>"),
                Arguments.of("zero\u200bwidth \ufeffbom", "zero<U+200B>width <U+FEFF>bom"),
                Arguments.of("tag \udb40\udc41", "tag <U+E0041>"),
                Arguments.of("half \ud83d", "half <U+D83D>"),
                Arguments.of("line\u2028and paragraph\u2029", "line<U+2028>and paragraph<U+2029>"),
                Arguments.of("shift \u000e out", "shift ␎ out"),
                Arguments.of("unfinished \u001b[31", "unfinished ␛[31"));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void controlSequencesAreShownAndNotSent(String hostile, String shown) {
        assertThat(whole(Colours.SENT, hostile)).isEqualTo(shown);
        assertThat(whole(Colours.DROPPED, hostile)).isEqualTo(shown);
        assertThat(SafeText.of(hostile)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void itDoesNotMatterWhereTheTextIsCut(String hostile, String shown) {
        SafeText safe = new SafeText(Colours.SENT);
        StringBuilder text = new StringBuilder();
        hostile.codePoints().forEach(codePoint -> text.append(safe.show(Character.toString(codePoint))));
        assertThat(text.append(safe.endLine()).toString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "1", "31", "1;31", "38;5;208", "48;2;1;20;255", "38:5:8", "4", "7", "97", "0;1;4;33", "39;49"
    })
    void coloursPass(String parameters) {
        String sequence = "\u001b[" + parameters + "m";
        assertThat(whole(Colours.SENT, sequence + "x")).isEqualTo(sequence + "x");
        assertThat(whole(Colours.DROPPED, sequence + "x")).isEqualTo("x");
        assertThat(whole(Colours.SHOWN, sequence + "x")).isEqualTo("␛[" + parameters + "mx");
    }

    @ParameterizedTest
    @CsvSource({"8", "31;8", "5", "6", "38;5", "38;2;1;2", "38;5;256", "38;9;1", "9999", "200", "38"})
    void whatHidesOrIsNoColourIsShown(String parameters) {
        assertThat(whole(Colours.SENT, "\u001b[" + parameters + "mx")).isEqualTo("␛[" + parameters + "mx");
    }

    @Test
    void aColourCutInTwoStillPasses() {
        SafeText safe = new SafeText(Colours.SENT);
        assertThat(safe.show("a\u001b[3")).isEqualTo("a");
        assertThat(safe.show("1mb")).isEqualTo("\u001b[31mb");
        assertThat(safe.colour()).isEqualTo("\u001b[31m");
        assertThat(safe.show("\u001b[0m")).isEqualTo("\u001b[0m");
        assertThat(safe.colour()).isEmpty();
    }

    @Test
    void aSequenceThatNeverEndsIsNotHeldForEver() {
        SafeText safe = new SafeText(Colours.SENT);
        assertThat(safe.show("\u001b[" + "1;".repeat(500))).startsWith("␛[1;1;");
    }

    private static String whole(Colours colours, String text) {
        SafeText safe = new SafeText(colours);
        return safe.show(text) + safe.endLine();
    }
}
