package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTailTest {
    @Test
    void aShortLogIsWhole() {
        assertThat(LogTail.of("a\nb\n")).isEqualTo("a\nb\n");
    }

    @Test
    void ofALongLogTheLastWholeLinesAreLeft() {
        var log = "first line\n" + "x".repeat(LogTail.MAX_CHARACTERS) + "\nlast line\n";

        assertThat(LogTail.of(log)).endsWith("left out]\nlast line\n").doesNotContain("first line");
    }

    @Test
    void ofALongLineTheEndIsLeft() {
        var log = "x".repeat(LogTail.MAX_CHARACTERS) + "end\n";

        assertThat(LogTail.of(log))
                .startsWith("[4 characters before this are left out]\nx")
                .endsWith("xend\n");
    }
}
