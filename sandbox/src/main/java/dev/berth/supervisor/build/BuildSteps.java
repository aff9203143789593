package dev.berth.supervisor.build;

import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What every snapshot's build does, wherever it runs: clone the repositories, run the setup script, see that no
/// credentials are left.
///
/// @param folder has a workspace, a home and a folder for temporary files
/// @param kept folders that are in the snapshot
/// @param gitConfiguration what git is told besides a repository's own
public record BuildSteps(
        BuildPlan plan,
        SandboxFolder folder,
        List<Path> kept,
        BuildProcesses processes,
        BuildLog log,
        Path gitConfiguration) {

    public void run() throws IOException, InterruptedException, BuildFailed {
        for (var repository : plan.repositories()) {
            var git = new Git(processes, repository.url(), gitConfiguration);
            new RepositoryClone(repository, folder.workspace(), git, log).run();
        }
        var cloned = Files.getLastModifiedTime(Files.writeString(folder.temporary().resolve("cloned"), ""));
        setUp();
        processes.failIfCancelled();
        SecretScan.requireNone(kept, cloned, log);
    }

    private void setUp() throws IOException, InterruptedException, BuildFailed {
        var script = plan.setupScript();
        if (script == null || script.isBlank()) {
            log.line("== No setup script");
            return;
        }
        log.line("== Running the setup script");
        var file = Files.writeString(folder.temporary().resolve("setup.sh"), script);
        var exitCode = processes.run(
                List.of("bash", file.toString()), folder.workspace(), plan.environment(), plan.setupLimit());
        if (exitCode != 0) {
            throw BuildFailed.byCaller(
                    "setup_failed",
                    "The setup script ended with exit code %d. It printed last: %s"
                            .formatted(exitCode, String.join(" ⏎ ", log.lastLines())),
                    "See the log, mend the setup script, and publish a new version.");
        }
    }
}
