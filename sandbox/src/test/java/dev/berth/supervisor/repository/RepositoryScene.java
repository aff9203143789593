package dev.berth.supervisor.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Failure;
import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.process.ProcessLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A repository `app` where it comes from, and as a session gets it from its snapshot.
final class RepositoryScene {
    static final Duration PATIENT = Duration.ofSeconds(60);

    private static final ProcessLauncher LAUNCHER = new ProcessLauncher(ProcessIsolation.probe());

    final Scripts scripts;
    private final SandboxFolder folder;

    RepositoryScene(Path root) {
        scripts = new Scripts(root);
        folder = new SandboxFolder(root.resolve("sandbox"));
    }

    /// What `git clone` makes of it, copied with other inodes as a sandbox copies its snapshot.
    void cloned(String options) {
        scripts.in("snapshot", "git clone -q %s %s app".formatted(options, scripts.url("app")));
    }

    void started() {
        scripts.in("sandbox/workspace", "cp -a ../../snapshot/app .");
    }

    /// The session has a copy of what was cloned.
    void clonedAndStarted() {
        cloned("");
        started();
    }

    String origin(String script) {
        return scripts.in("app", script);
    }

    String workspace(String script) {
        return scripts.in("sandbox/workspace/app", script);
    }

    String commit(String where) {
        return scripts.in(where, "git rev-parse HEAD");
    }

    StartingPoint bring() {
        return bring(scripts.url("app"), null, PATIENT);
    }

    StartingPoint bring(String url, @Nullable Integer depth, Duration within) {
        var environment = ChildEnvironment.ofMachine(folder, System.getenv(), "t", Map.of());
        var programs = new AgentPrograms(environment, LAUNCHER);
        var update = new RepositoryUpdate(folder, new AgentFiles(LAUNCHER), programs, within);
        try {
            return update.bring(folder.workspace().resolve("app"), new Repository("app", url, "app", null, depth));
        } catch (CannotPrepare | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The session has the newest commit, and nothing is out of place.
    void assertBrought(StartingPoint start) {
        assertThat(start.behind()).isEmpty();
        assertThat(start.checkout().orElseThrow().commit())
                .isEqualTo(commit("app"))
                .isEqualTo(commit("sandbox/workspace/app"));
        assertThat(workspace("git status --porcelain; git fsck --no-dangling 2>&1"))
                .isEmpty();
    }

    /// The session has what its snapshot has, to the byte.
    Failure assertStayed(StartingPoint start) {
        assertThat(start.checkout().orElseThrow().commit())
                .isEqualTo(commit("snapshot/app"))
                .isEqualTo(commit("sandbox/workspace/app"));
        return start.behind().orElseThrow();
    }
}
