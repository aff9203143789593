package dev.berth.local.process;

import dev.berth.local.data.PrivateFiles;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// One build from an empty folder to a snapshot.
final class SnapshotBuild implements AutoCloseable {
    private static final long DISK_FULL_BELOW_BYTES = 16L * 1024 * 1024;

    private final BuildRequest request;
    private final SnapshotFolder folder;
    private final BuildLog log;
    private final BuildProcesses processes;

    /// @param searchPath the `PATH` of what the build runs
    SnapshotBuild(BuildRequest request, SnapshotFolder folder, ProcessLauncher launcher, String searchPath)
            throws IOException {
        this.request = request;
        this.folder = folder;
        FolderTree.remove(folder.root());
        PrivateFiles.createFolder(folder.workspace());
        PrivateFiles.createFolder(folder.home());
        PrivateFiles.createFolder(folder.temporary());
        this.log = new BuildLog(folder.log());
        this.processes = new BuildProcesses(launcher, environment(searchPath), log);
    }

    void run() throws IOException, InterruptedException, BuildFailed {
        log.line("== Snapshot of version %d".formatted(request.version()));
        log.line("It holds the workspace and the home folder. Packages installed outside the workspace and home are"
                + " not part of the snapshot on this driver.");
        for (var repository : request.content().repositories()) {
            new RepositoryClone(repository, folder.workspace(), processes, log).run();
        }
        setUp();
        processes.failIfCancelled();
        FolderTree.remove(folder.temporary());
        log.line("== The snapshot is finished");
        folder.finish();
    }

    void cancel() throws InterruptedException {
        processes.cancel();
    }

    /// Why it failed, seen in the light of the disk: nothing else that went wrong matters when that is full.
    BuildFailed explain(BuildFailed failed) throws IOException {
        var explained = Files.getFileStore(folder.root()).getUsableSpace() < DISK_FULL_BELOW_BYTES
                ? BuildFailed.byOperator(
                        "disk_full",
                        "The disk with the data folder is full.",
                        "Free some space and refresh the snapshot.")
                : failed;
        log.line("== Failed: " + explained.failure().detail());
        return explained;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private void setUp() throws IOException, InterruptedException, BuildFailed {
        var script = request.content().setupScript();
        if (script == null || script.isBlank()) {
            log.line("== No setup script");
            return;
        }
        log.line("== Running the setup script");
        var file = Files.writeString(folder.temporary().resolve("setup.sh"), script);
        var exitCode = processes.run(
                List.of("bash", file.toString()),
                folder.workspace(),
                request.content().environment(),
                request.timeLimit());
        if (exitCode != 0) {
            throw BuildFailed.byCaller(
                    "setup_failed",
                    "The setup script ended with exit code %d. It printed last: %s"
                            .formatted(exitCode, String.join(" ⏎ ", log.lastLines())),
                    "See the log, mend the setup script, and publish a new version.");
        }
    }

    private Map<String, String> environment(String searchPath) {
        return Map.of(
                "PATH",
                searchPath,
                "HOME",
                folder.home().toString(),
                "TMPDIR",
                folder.temporary().toString(),
                "LANG",
                "C.UTF-8");
    }
}
