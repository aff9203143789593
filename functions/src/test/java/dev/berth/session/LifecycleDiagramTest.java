package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LifecycleDiagramTest {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final String BEGIN = "<!-- lifecycle:begin -->\n";
    private static final String END = "<!-- lifecycle:end -->";

    @Test
    void theDiagramInTheDocumentsIsTheOneThatTheCodeDraws() throws IOException {
        var page = Files.readString(PAGE);
        var drawn = LifecycleDiagram.mermaid();

        assertThat(page).contains(BEGIN, END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("between %s and %s of docs/architecture.md belongs:%n%s", BEGIN.strip(), END, drawn)
                .isEqualTo(drawn);
    }
}
