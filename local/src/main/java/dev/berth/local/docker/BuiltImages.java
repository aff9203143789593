package dev.berth.local.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.berth.supervisor.build.BuildFailed;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/// The images that Berth brings, built on this machine: once for what they are built from.
final class BuiltImages {
    private final Engine engine;

    BuiltImages(Engine engine) {
        this.engine = engine;
    }

    /// The image's name, once it is there.
    ///
    /// @param files with a Dockerfile
    /// @param progress told what the engine says
    synchronized String ensure(String repository, SortedMap<String, byte[]> files, Consumer<String> progress)
            throws BuildFailed {
        var name = repository + ":" + ContentHash.of(files);
        if (find(name).isEmpty()) {
            progress.accept("== Building the image %s, once on this machine".formatted(name));
            build(name, files, progress);
        }
        return name;
    }

    /// An image's id.
    Optional<String> find(String name) {
        try {
            return Optional.ofNullable(
                    engine.calls().inspectImageCmd(name).exec().getId());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    private void build(String name, SortedMap<String, byte[]> files, Consumer<String> progress) throws BuildFailed {
        var said = new ImageProgress(progress);
        try (var command = engine.works().buildImageCmd(Tar.of(files))) {
            var stream = new EngineStream<BuildResponseItem>(said::built);
            command.withTags(Set.of(name)).withForcerm(true).exec(stream);
            stream.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notBuilt(name, "it was interrupted");
        } catch (RuntimeException failure) {
            throw notBuilt(name, String.valueOf(failure.getMessage()));
        }
        if (said.error().isPresent()) {
            throw notBuilt(name, said.error().get());
        }
    }

    private static BuildFailed notBuilt(String name, String why) {
        return BuildFailed.byOperator(
                "image_not_built",
                "The image %s could not be built: %s".formatted(name, why),
                "See the build's log; the engine has to pull the images that it starts from and to reach package"
                        + " registries. Then refresh the snapshot.");
    }
}
