package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The containers of one data folder.
///
/// @param installation names the data folder
record Containers(Engine engine, String installation) {
    private static final int MAX_FILE_BYTES = 1024 * 1024;

    /// An engine may serve several data folders.
    String name(String id) {
        return "berth-%s-%s".formatted(installation, id);
    }

    /// All of a purpose, also those that ended.
    List<Container> all(String purpose) {
        return engine.calls()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Labels.INSTALLATION, installation, Labels.PURPOSE, purpose))
                .exec();
    }

    Optional<InspectContainerResponse> inspect(String id) {
        try {
            return Optional.of(engine.calls().inspectContainerCmd(name(id)).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    void start(String id) {
        try {
            engine.calls().startContainerCmd(name(id)).exec();
        } catch (NotModifiedException runsAlready) {
            // As it should.
        }
    }

    /// Asks it to end, and ends it when the grace time is over.
    void stop(String id, int graceSeconds) {
        try {
            engine.works().stopContainerCmd(name(id)).withTimeout(graceSeconds).exec();
        } catch (NotFoundException | NotModifiedException ended) {
            // As it should.
        }
    }

    void kill(String id) {
        try {
            engine.calls().killContainerCmd(name(id)).exec();
        } catch (NotFoundException | ConflictException ended) {
            // As it should.
        }
    }

    /// Removes it, running or not, with the volumes that only it has.
    void remove(String id) {
        try {
            engine.works()
                    .removeContainerCmd(name(id))
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException removedAlready) {
            // As it should; a conflict says that somebody is at it.
        }
    }

    /// Passes on what it prints, until it ends.
    void follow(String id, Consumer<byte[]> output) throws InterruptedException {
        print(id, true, output);
    }

    /// Passes on what it printed so far.
    void print(String id, Consumer<byte[]> output) throws InterruptedException {
        print(id, false, output);
    }

    private void print(String id, boolean follow, Consumer<byte[]> output) throws InterruptedException {
        var stream = new EngineStream<Frame>(frame -> output.accept(frame.getPayload()));
        engine.works()
                .logContainerCmd(name(id))
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(follow)
                .exec(stream);
        stream.awaitEnd();
    }

    int awaitExit(String id) {
        return engine.works().waitContainerCmd(name(id)).start().awaitStatusCode();
    }

    /// Unpacks a tar at its root, before it is started.
    void put(String id, InputStream tar) {
        engine.works()
                .copyArchiveToContainerCmd(name(id))
                .withRemotePath("/")
                .withTarInputStream(tar)
                .exec();
    }

    /// A small file of its, also when it has ended.
    Optional<byte[]> file(String id, String path) throws IOException {
        try (var archive = archive(id, path)) {
            return Tar.firstFile(archive, MAX_FILE_BYTES);
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    /// A folder of its as a tar, also when it has ended.
    InputStream archive(String id, String folder) {
        return engine.works().copyArchiveFromContainerCmd(name(id), folder).exec();
    }
}
