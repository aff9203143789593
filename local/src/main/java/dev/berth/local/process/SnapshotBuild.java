package dev.berth.local.process;

import dev.berth.local.data.PrivateFiles;
import dev.berth.local.driver.Build;
import dev.berth.local.driver.BuildPlans;
import dev.berth.local.driver.FolderTree;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildFailed;
import dev.berth.supervisor.build.BuildLog;
import dev.berth.supervisor.build.BuildPlan;
import dev.berth.supervisor.build.BuildProcesses;
import dev.berth.supervisor.build.BuildSteps;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One build from an empty folder to a snapshot.
final class SnapshotBuild implements Build {
    private static final long DISK_FULL_BELOW_BYTES = 16L * 1024 * 1024;
    private static final Path NO_CONFIGURATION = Path.of("/dev/null");

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
        this.log = new BuildLog(Files.newOutputStream(folder.log()));
        this.processes = new BuildProcesses(launcher, environment(searchPath), log);
    }

    @Override
    public String run() throws IOException, InterruptedException, BuildFailed {
        log.line("== Snapshot of version %d".formatted(request.version()));
        log.line("It holds the workspace and the home folder. Packages installed outside the workspace and home are"
                + " not part of the snapshot on this driver.");
        var kept = List.of(folder.workspace(), folder.home());
        new BuildSteps(plan(), new SandboxFolder(folder.root()), kept, processes, log, NO_CONFIGURATION).run();
        FolderTree.remove(folder.temporary());
        log.line("== The snapshot is finished");
        return SnapshotFolders.name(request).toString();
    }

    @Override
    public void cancel() throws InterruptedException {
        processes.cancel();
    }

    /// Why it failed, seen in the light of the disk: nothing else that went wrong matters when that is full.
    @Override
    public BuildFailed explain(BuildFailed failed) throws IOException {
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

    private BuildPlan plan() {
        return BuildPlans.of(request);
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
