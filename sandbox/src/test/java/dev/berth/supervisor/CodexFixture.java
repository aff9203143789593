package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.model.ScriptedModel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A sandbox whose agent is codex, and the model that it asks.
final class CodexFixture implements AfterEachCallback {
    private final ScriptedModel model;
    private final List<SandboxFixture> sandboxes = new ArrayList<>();
    private final Map<String, Object> options = new HashMap<>();
    private UnaryOperator<Manifest> change = UnaryOperator.identity();

    CodexFixture() {
        try {
            model = new ScriptedModel();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        option("baseUrl", model.url());
        option("maxRetries", 1);
        sandboxes.add(new SandboxFixture());
    }

    SandboxFixture sandbox() {
        return sandboxes.getLast();
    }

    ScriptedModel model() {
        return model;
    }

    void option(String name, Object value) {
        options.put(name, value);
    }

    void environment(Map<String, String> environment) {
        also(manifest -> new Fixtures.Change(manifest).environment(environment));
    }

    void earlierTranscript(String text) {
        also(manifest -> new Fixtures.Change(manifest).earlierTranscript(text));
    }

    /// The agent works in a repository with what this script makes.
    void repository(String content) throws IOException, InterruptedException {
        var folder = Files.createDirectories(sandbox().snapshot().resolve("workspace/app"));
        Files.createDirectories(sandbox().snapshot().resolve("home"));
        var script = "git init -q; %s\ngit add -A; git -c user.name=t -c user.email=t@t commit -qm base";
        bash(folder, script.formatted(content));
        also(manifest -> new Fixtures.Change(manifest).repository("app"));
    }

    SupervisorProcess start() {
        sandbox()
                .controlPlane()
                .manifest(manifest ->
                        change.apply(new Fixtures.Change(manifest).agent(new Manifest.Agent("codex", null, options))));
        return Files.exists(sandbox().snapshot())
                ? sandbox().start("--snapshot", sandbox().snapshot().toString())
                : sandbox().start();
    }

    /// Has a message handled to its end.
    EventData.TurnEnded say(String message) {
        return sandbox().awaitEnd(sandbox().controlPlane().queue(message));
    }

    <T extends EventData> Stream<T> told(Class<T> type) {
        return sandbox().controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /// As a resumed session finds it: nothing of the old sandbox but what its agent runtime has kept.
    void moveStateToANewSandbox() throws IOException, InterruptedException {
        var old = sandbox();
        sandboxes.add(new SandboxFixture());
        bash(old.folder(), "mv state '%s'".formatted(sandbox().folder()));
        bash(old.folder(), "rm -rf ./*");
    }

    static String pathWith(Path folder) {
        return System.getenv("PATH") + File.pathSeparator + folder;
    }

    private void also(UnaryOperator<Manifest> next) {
        var before = change;
        change = manifest -> next.apply(before.apply(manifest));
    }

    private static void bash(Path folder, String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-ec", script)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (var sandbox : sandboxes) {
            sandbox.afterEach(context);
        }
        model.close();
    }
}
