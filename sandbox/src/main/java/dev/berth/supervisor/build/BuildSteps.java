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
            var git = new Git(processes, repository, gitConfiguration, plan.environment());
            new RepositoryClone(repository, folder.workspace(), git, log).run();
        }
        var cloned =
                Files.getLastModifiedTime(Files.writeString(folder.temporary().resolve("cloned"), ""));
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
        new SetupScript(script, plan.setupLimit(), processes, log)
                .run(folder.workspace(), folder.temporary(), plan.environment());
    }
}
