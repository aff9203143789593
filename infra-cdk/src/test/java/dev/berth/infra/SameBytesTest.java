package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
final class SameBytesTest {
    @Test
    void aSecondSynthesisWritesTheSameBytes() {
        var again = Synthesis.folder("berth-again");
        Synthesis.app(Synthesis.DEFAULTS, again).app().synth();
        var first = Synthesis.of(Synthesis.DEFAULTS).folder();
        assertThat(files(again)).isNotEmpty().isEqualTo(files(first));
    }

    private static SortedMap<String, String> files(Path folder) {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> all.put(folder.relativize(file).toString(), content(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }

    private static String content(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
