package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.model.Frame;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.build.BuildFailed;
import dev.berth.supervisor.program.SupervisorClassPath;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
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

    /// A snapshot whose workspace and home are empty.
    Artifact artifact() throws BuildFailed {
        var base = host.bases().resolve(BaseImages.DEFAULT, _ -> {}).getId();
        var id = build("FROM %s\nRUN mkdir -p /sandbox/workspace /sandbox/home && chown -R 7000:7000 /sandbox/*"
                .formatted(base));
        return new Artifact(DockerSandboxDriver.NAME, new SnapshotImage("bld_test", id).ref());
    }

    static Artifact missingArtifact() {
        return new Artifact(DockerSandboxDriver.NAME, new SnapshotImage("bld_gone", NO_IMAGE).ref());
    }

    /// The text of a file in an image.
    String read(Artifact artifact, String path) throws IOException {
        var image = host.images().find(artifact).orElseThrow();
        var engine = host.engine();
        var container = engine.calls()
                .createContainerCmd(requireNonNull(image.getId()))
                .withEntrypoint("true")
                .exec()
                .getId();
        try (var archive =
                engine.works().copyArchiveFromContainerCmd(container, path).exec()) {
            return new String(Tar.firstFile(archive, Integer.MAX_VALUE - 8).orElseThrow(), UTF_8);
        } finally {
            engine.calls().removeContainerCmd(container).withForce(true).exec();
        }
    }

    /// What a script prints in a container of an image.
    String run(Artifact artifact, String script) throws InterruptedException {
        var image = host.images().find(artifact).orElseThrow();
        var calls = host.engine().works();
        var container = calls.createContainerCmd(requireNonNull(image.getId()))
                .withEntrypoint("sh", "-c", script)
                .exec()
                .getId();
        try {
            calls.startContainerCmd(container).exec();
            calls.waitContainerCmd(container).start().awaitStatusCode();
            var output = new StringBuilder();
            var stream = new EngineStream<Frame>(frame -> output.append(new String(frame.getPayload(), UTF_8)));
            calls.logContainerCmd(container).withStdOut(true).withStdErr(true).exec(stream);
            stream.awaitEnd();
            return output.toString();
        } finally {
            calls.removeContainerCmd(container).withForce(true).exec();
        }
    }

    /// An image with no file but one.
    String emptyImage() throws BuildFailed {
        return build("FROM scratch\nCOPY Dockerfile /");
    }

    private String build(String dockerfile) throws BuildFailed {
        var files = new TreeMap<>(Map.of("Dockerfile", dockerfile.getBytes(UTF_8)));
        var images = new BuiltImages(host.engine());
        return images.find(images.ensure("berth/test", files, _ -> {})).orElseThrow();
    }

    @Override
    public void close() {
        new EngineOfTests(host.engine(), installation).clear();
        host.close();
    }

    private DockerHost connect() {
        return new DockerHost(
                Engine.at(EngineAddress.find(System.getenv())), installation, SupervisorClassPath.ofThisProcess());
    }
}
