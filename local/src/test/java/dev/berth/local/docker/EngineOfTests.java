package dev.berth.local.docker;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What tests of whole sessions do with the containers of a data folder.
public record EngineOfTests(Engine engine, String installation) {
    private static final Engine SHARED = Engine.at(EngineAddress.find(System.getenv()));

    /// @param data a control plane's data folder
    public static EngineOfTests of(Path data) {
        try {
            var file = data.resolve("installation");
            return new EngineOfTests(
                    SHARED, Files.exists(file) ? Files.readString(file).strip() : "none");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs a script as root in every sandbox that runs.
    ///
    /// @return whether it succeeded in one
    public boolean inSandboxes(String script) {
        return containers(Labels.SESSION_PURPOSE).stream()
                .filter(container -> "running".equals(container.getState()))
                .anyMatch(container -> runs(container.getId(), script));
    }

    /// The names of containers that run.
    public List<String> running() {
        return containers(Labels.SESSION_PURPOSE).stream()
                .filter(container -> "running".equals(container.getState()))
                .map(container -> container.getNames()[0])
                .toList();
    }

    /// The names of a session's containers, also of those that ended.
    public List<String> of(String session) {
        return containers(Labels.SESSION_PURPOSE).stream()
                .filter(container -> isOf(container, session))
                .map(container -> container.getNames()[0])
                .toList();
    }

    /// What the engine holds a session's container to, in words.
    public String limits(String session) {
        var container = containers(Labels.SESSION_PURPOSE).stream()
                .filter(each -> isOf(each, session))
                .findFirst()
                .orElseThrow();
        var limits =
                engine.calls().inspectContainerCmd(container.getId()).exec().getHostConfig();
        return "%d MiB, %d CPU, %d processes"
                .formatted(
                        requireNonNull(limits.getMemory()) >> 20,
                        requireNonNull(limits.getNanoCPUs()) / 1_000_000_000,
                        limits.getPidsLimit());
    }

    private static boolean isOf(Container container, String session) {
        return Labels.sandbox(container.getLabels()).session().session().equals(session);
    }

    public void kill() {
        containers(Labels.SESSION_PURPOSE)
                .forEach(container ->
                        engine.calls().killContainerCmd(container.getId()).exec());
    }

    public void remove() {
        containers(Labels.SESSION_PURPOSE).forEach(this::remove);
    }

    /// This machine as containers see it.
    public static String gatewayAddress() throws IOException {
        return new SandboxNetwork(SHARED).localGateway().orElseThrow().getHostAddress();
    }

    /// Removes every container and image.
    public void clear() {
        containers(Labels.SESSION_PURPOSE).forEach(this::remove);
        containers(Labels.SNAPSHOT_PURPOSE).forEach(this::remove);
        engine.calls()
                .listImagesCmd()
                .withLabelFilter(Map.of(Labels.INSTALLATION, installation))
                .exec()
                .forEach(image -> engine.works()
                        .removeImageCmd(image.getId())
                        .withForce(true)
                        .exec());
    }

    private List<Container> containers(String purpose) {
        return new Containers(engine, installation).all(purpose);
    }

    private void remove(Container container) {
        try {
            engine.works()
                    .removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException removedMeanwhile) {
            // As it should be.
        }
    }

    private boolean runs(String container, String script) {
        try {
            var id = engine.calls()
                    .execCreateCmd(container)
                    .withUser("0:0")
                    .withCmd("sh", "-c", script)
                    .withAttachStdout(true)
                    .exec()
                    .getId();
            var stream = new EngineStream<Frame>(_ -> {});
            engine.works().execStartCmd(id).exec(stream);
            stream.awaitEnd();
            var exitCode = engine.calls().inspectExecCmd(id).exec().getExitCodeLong();
            return exitCode == null || exitCode == 0 || exitCode > 128;
        } catch (NotFoundException | ConflictException ended) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
