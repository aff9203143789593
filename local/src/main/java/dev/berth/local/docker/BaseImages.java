package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
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
        var said = new ImageProgress(log);
        try (var command = engine.works().pullImageCmd(image)) {
            var stream = new EngineStream<PullResponseItem>(said::pulled);
            command.exec(stream);
            stream.awaitEnd();
        } catch (DockerException refused) {
            throw unavailable(image, EngineFailure.words(refused));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(image, "pulling it was interrupted");
        } catch (RuntimeException failure) {
            throw unavailable(image, String.valueOf(failure.getMessage()));
        }
        if (said.error().isPresent()) {
            throw unavailable(image, said.error().get());
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
}
