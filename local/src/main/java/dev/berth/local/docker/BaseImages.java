package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.berth.supervisor.build.BuildFailed;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The images that snapshots start from: Berth's own, called `default`, and any other that the engine has or can pull.
record BaseImages(Engine engine, BuiltImages built) {
    static final String DEFAULT = "default";

    private static final String REPOSITORY = "berth/default";

    InspectImageResponse resolve(String name, Consumer<String> log) throws BuildFailed {
        var image = name.equals(DEFAULT) ? ours(log) : name;
        var found = inspect(image);
        if (found.isPresent()) {
            log.accept("== Base image %s, %s".formatted(image, found.get().getId()));
            return found.get();
        }
        pull(image, log);
        return inspect(image).orElseThrow(() -> unavailable(image, "it is not there after it was pulled"));
    }

    private String ours(Consumer<String> log) throws BuildFailed {
        var files = new TreeMap<String, byte[]>();
        files.put("Dockerfile", ImageResources.read("default/Dockerfile"));
        return built.ensure(REPOSITORY, files, log);
    }

    private void pull(String image, Consumer<String> log) throws BuildFailed {
        log.accept("== Pulling base image " + image);
        try (var command = engine.works().pullImageCmd(image)) {
            command.exec(new Progress(log)).awaitCompletion();
        } catch (DockerException | DockerClientException failure) {
            throw unavailable(image, String.valueOf(failure.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(image, "pulling it was interrupted");
        }
    }

    private Optional<InspectImageResponse> inspect(String image) {
        try {
            return Optional.of(engine.calls().inspectImageCmd(image).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    private static BuildFailed unavailable(String image, String why) {
        return BuildFailed.byCaller(
                "base_image_unavailable",
                "The base image %s is not on this machine and could not be pulled: %s".formatted(image, why),
                "Check its name, and that the engine may pull it ('docker pull %s'); then refresh the snapshot."
                        .formatted(image));
    }

    private static final class Progress extends PullImageResultCallback {
        private final Consumer<String> log;

        Progress(Consumer<String> log) {
            this.log = log;
        }

        /// A line for each step of a layer, not for each megabyte.
        @Override
        public void onNext(PullResponseItem item) {
            if (item.getStatus() != null && item.getProgressDetail() == null) {
                log.accept(item.getId() == null ? item.getStatus() : item.getId() + ": " + item.getStatus());
            }
            super.onNext(item);
        }
    }
}
