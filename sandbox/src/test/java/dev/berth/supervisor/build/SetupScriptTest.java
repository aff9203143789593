package dev.berth.supervisor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupScriptTest {
    private BuildScene scene;

    @BeforeEach
    void open(@TempDir Path root) throws IOException {
        scene = new BuildScene(root);
    }

    @Test
    void itEndsWithTheFirstCommandThatFailsAndSaysWhere() {
        var failure = scene.failed("touch before\n\ncat missing\ntouch after\n");

        assertThat(failure.code()).isEqualTo("setup_failed");
        assertThat(failure.detail()).contains("exit code 1", "Line 3 of the setup script failed: cat missing");
        assertThat(scene.log()).contains("missing: No such file", "Line 3 of the setup script failed");
        assertThat(scene.workspace("ls")).isEqualTo("before");
    }

    @Test
    void aCommandInAFunctionIsNamedToo() {
        var failure = scene.failed("step() {\n  false\n}\nstep\n");

        assertThat(failure.detail()).contains("Line 2 of the setup script failed: false");
    }

    @Test
    void whatItExpectsToFailMay() {
        scene.built("false || true; if ! false; then touch made; fi; bash -c 'false; touch other'");

        assertThat(scene.workspace("ls")).isEqualTo("made\nother");
    }

    @Test
    void oneThatTakesTooLongIsNamed() {
        var failure = scene.failed("echo it waits; sleep 1000", 1);

        assertThat(failure.code()).isEqualTo("build_timed_out");
        assertThat(failure.detail()).isEqualTo("The setup script did not end within 1 seconds, and was ended.");
        assertThat(scene.log()).contains("it waits");
    }
}
