package dev.berth.local.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.terminal.Style;
import org.junit.jupiter.api.Test;

class DiffTextTest {
    private static final String DIFF = """
            --- a/x
            +++ b/x
            @@ -1 +1 @@
            -old
            +new \u001b[31m
             same
            """;

    @Test
    void additionsAndDeletionsHaveTheirColoursAndTheTextsOwnAreShown() {
        assertThat(DiffText.of(DIFF, Style.COLOUR).replace("\u001b", "\\e")).isEqualTo("""
                \\e[1m--- a/x\\e[0m
                \\e[1m+++ b/x\\e[0m
                \\e[36m@@ -1 +1 @@\\e[0m
                \\e[31m-old\\e[0m
                \\e[32m+new ␛[31m\\e[0m
                 same
                """);
    }

    @Test
    void withoutColoursItIsTheDiff() {
        assertThat(DiffText.of("+a\n b\n", Style.PLAIN)).isEqualTo("+a\n b\n");
    }
}
