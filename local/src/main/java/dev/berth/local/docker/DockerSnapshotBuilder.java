package dev.berth.local.docker;

import dev.berth.local.data.PrivateFiles;
import dev.berth.local.driver.Build;
import dev.berth.local.driver.FolderTree;
import dev.berth.local.driver.SnapshotBuilds;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;
import java.io.IOException;

/// Makes snapshots that are images, each of a container that ran the setup script. What became of a build is in its
/// folder, the image in the engine.
public final class DockerSnapshotBuilder implements SnapshotBuilder, AutoCloseable {
    private final DockerHost host;
    private final SnapshotBuilds builds;

    /// @param folders where logs and outcomes are kept
    public DockerSnapshotBuilder(DockerHost host, SnapshotFolders folders, SnapshotObserver observer) {
        this.host = host;
        this.builds = new SnapshotBuilds(folders, new InContainers(host), observer);
    }

    @Override
    public void start(BuildRequest request) {
        builds.start(request);
    }

    @Override
    public void cancel(String build) {
        builds.cancel(build);
    }

    @Override
    public BuildObservation observe(String build) {
        return builds.observe(build);
    }

    @Override
    public String log(String build) {
        return builds.log(build);
    }

    @Override
    public void discard(Artifact artifact) {
        SnapshotImage.of(artifact).ifPresent(image -> {
            host.images().discard(image);
            builds.forget(image.build());
        });
    }

    /// Removes what an earlier control plane was building when it was killed. Nobody knows those builds: they begin
    /// anew.
    public void recover() {
        host.containers().all(Labels.SNAPSHOT_PURPOSE).stream()
                .map(container -> container.getLabels().getOrDefault(Labels.BUILD, ""))
                .filter(build -> !(observe(build) instanceof BuildObservation.Building))
                .forEach(host.containers()::remove);
    }

    @Override
    public void close() {
        builds.close();
    }

    private record InContainers(DockerHost host) implements Build.Kind {
        @Override
        public String driver() {
            return DockerSandboxDriver.NAME;
        }

        @Override
        public Build begin(BuildRequest request, SnapshotFolder folder) throws IOException {
            FolderTree.remove(folder.root());
            PrivateFiles.createFolder(folder.root());
            return new ContainerBuild(host, request, folder);
        }
    }
}
