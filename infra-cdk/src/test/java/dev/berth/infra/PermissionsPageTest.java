package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
final class PermissionsPageTest {
    private static final Path PAGE = Path.of("../docs/permissions.md");

    @Test
    void thePageListsWhatTheTemplatesGrant() throws IOException {
        var text = new PermissionsPage(Synthesis.of(Synthesis.DEFAULTS)).text();
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("make permissions writes it anew").content().isEqualTo(text);
    }
}
