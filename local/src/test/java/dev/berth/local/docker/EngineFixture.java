package dev.berth.local.docker;

import dev.berth.local.driver.SupervisorClassPath;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.build.BuildFailed;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The engine of this machine, with an installation of its own that leaves nothing behind.
final class EngineFixture implements AutoCloseable {
    private static final String NO_IMAGE = "sha256:" + "0".repeat(64);

    private final String installation =
            "test-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private DockerHost host = connect();

    DockerHost host() {
        return host;
    }

    /// As a new control plane finds it.
    DockerHost reconnected() {
        host.close();
        host = connect();
        return host;
    }

    /// A snapshot of nothing but the default base image.
    Artifact artifact() throws BuildFailed {
        var base = host.bases().resolve(BaseImages.DEFAULT, _ -> {});
        return new Artifact(DockerSandboxDriver.NAME, new SnapshotImage("bld_test", base.getId()).ref());
    }

    static Artifact missingArtifact() {
        return new Artifact(DockerSandboxDriver.NAME, new SnapshotImage("bld_gone", NO_IMAGE).ref());
    }

    /// The text of a file in an image.
    String read(Artifact artifact, String path) throws IOException {
        var image = host.images().find(artifact).orElseThrow();
        var engine = host.engine();
        var container = engine.calls()
                .createContainerCmd(image.getId())
                .withEntrypoint("true")
                .exec()
                .getId();
        try (var archive =
                engine.works().copyArchiveFromContainerCmd(container, path).exec()) {
            return new String(Tar.firstFile(archive, Integer.MAX_VALUE - 8).orElseThrow());
        } finally {
            engine.calls().removeContainerCmd(container).withForce(true).exec();
        }
    }

    @Override
    public void close() {
        for (var purpose : List.of(Labels.SESSION_PURPOSE, Labels.SNAPSHOT_PURPOSE)) {
            host.containers().all(purpose).forEach(container -> host.engine()
                    .calls()
                    .removeContainerCmd(container.getId())
                    .withForce(true)
                    .exec());
        }
        host.engine()
                .calls()
                .listImagesCmd()
                .withLabelFilter(Map.of(Labels.INSTALLATION, installation))
                .exec()
                .forEach(image -> host.engine()
                        .works()
                        .removeImageCmd(image.getId())
                        .withForce(true)
                        .exec());
        host.close();
    }

    private DockerHost connect() {
        return new DockerHost(
                Engine.at(EngineAddress.find(System.getenv())), installation, SupervisorClassPath.ofThisProcess());
    }
}
