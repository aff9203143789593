package dev.berth.supervisor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Failure;
import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.process.ProcessLauncher;
import dev.berth.supervisor.repository.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds of what is in a folder of repositories.
final class BuildScene {
    private static final ProcessLauncher LAUNCHER = new ProcessLauncher(ProcessIsolation.probe());

    final Scripts scripts;
    private final Path root;
    private String searchPath = System.getenv("PATH");
    private Map<String, String> environment = Map.of();

    BuildScene(Path root) throws IOException {
        this.root = root.toRealPath();
        scripts = new Scripts(this.root);
    }

    /// A program that is found before those of this machine.
    void program(String name, String script) {
        try {
            var file = Files.createDirectories(root.resolve("bin")).resolve(name);
            Files.writeString(file, "#!/bin/bash\n" + script + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        searchPath = root.resolve("bin") + ":" + System.getenv("PATH");
    }

    void environment(Map<String, String> profile) {
        environment = profile;
    }

    Repository repository(String name, @Nullable String branch, @Nullable Integer depth) {
        return new Repository(name, scripts.url(name), name, branch, depth);
    }

    String built(@Nullable String setup, Repository... repositories) {
        try {
            build(setup, 60, repositories);
            return log();
        } catch (BuildFailed failed) {
            throw new AssertionError(failed.failure() + "\n" + log());
        }
    }

    Failure failed(@Nullable String setup, Repository... repositories) {
        return failed(setup, 60, repositories);
    }

    Failure failed(@Nullable String setup, long setupSeconds, Repository... repositories) {
        try {
            build(setup, setupSeconds, repositories);
            throw new AssertionError("It did not fail:\n" + log());
        } catch (BuildFailed failed) {
            return failed.failure();
        }
    }

    String log() {
        return scripts.in(".", "cat log");
    }

    /// What a script prints in the workspace that was built.
    String workspace(String script) {
        return scripts.in("made/workspace", script);
    }

    private void build(@Nullable String setup, long setupSeconds, Repository... repositories) throws BuildFailed {
        var folder = new SandboxFolder(root.resolve("made"));
        try (var log = new BuildLog(Files.newOutputStream(root.resolve("log")))) {
            Files.createDirectories(folder.workspace());
            Files.createDirectories(folder.temporary());
            var processes = new BuildProcesses(LAUNCHER, Map.of("PATH", searchPath, "HOME", root.toString()), log);
            var plan = new BuildPlan(List.of(repositories), setup, environment, setupSeconds);
            new BuildSteps(plan, folder, List.of(folder.workspace()), processes, log, Path.of("/dev/null")).run();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(folder.workspace()).isDirectory();
    }
}
