package dev.berth.local.docker;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
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
        try (var command = engine.works().buildImageCmd(Tar.of(files))) {
            command.withTags(Set.of(name))
                    .withForcerm(true)
                    .exec(new Progress(progress))
                    .awaitImageId();
        } catch (DockerClientException | DockerException failure) {
            throw BuildFailed.byOperator(
                    "image_not_built",
                    "The image %s could not be built: %s".formatted(name, failure.getMessage()),
                    "See the build's log; the engine has to pull the images that it starts from and to reach package"
                            + " registries. Then refresh the snapshot.");
        }
    }

    private static final class Progress extends BuildImageResultCallback {
        private final Consumer<String> progress;

        Progress(Consumer<String> progress) {
            this.progress = progress;
        }

        @Override
        public void onNext(BuildResponseItem item) {
            if (item.getStream() != null && !item.getStream().isBlank()) {
                progress.accept(item.getStream().stripTrailing());
            }
            super.onNext(item);
        }
    }
}
