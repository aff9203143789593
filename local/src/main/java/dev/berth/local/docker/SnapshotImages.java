package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.berth.snapshot.Artifact;
import java.util.Map;
import java.util.Optional;

/// The images that snapshots are.
record SnapshotImages(Engine engine) {
    Optional<InspectImageResponse> find(Artifact artifact) {
        return SnapshotImage.of(artifact).flatMap(image -> inspect(image.id()));
    }

    /// Makes an image of a container that has ended.
    SnapshotImage commit(String container, String build, Map<String, String> labels) {
        var id = engine.works()
                .commitCmd(container)
                .withRepository(SnapshotImage.REPOSITORY)
                .withTag(build)
                .withLabels(labels)
                .exec();
        return new SnapshotImage(build, id);
    }

    /// Removes an image; one that a sandbox still runs from loses its name only, and goes with [#removeNameless].
    void discard(SnapshotImage image) {
        remove(image.tag());
    }

    /// Removes images of this data folder that have no name any more and that nothing runs from.
    void removeNameless(String installation) {
        engine.calls()
                .listImagesCmd()
                .withDanglingFilter(true)
                .withLabelFilter(Map.of(Labels.INSTALLATION, installation))
                .exec()
                .forEach(image -> remove(image.getId()));
    }

    private Optional<InspectImageResponse> inspect(String id) {
        try {
            return Optional.of(engine.calls().inspectImageCmd(id).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    private void remove(String name) {
        try {
            engine.works().removeImageCmd(name).withForce(true).exec();
        } catch (NotFoundException absent) {
            // As it should be.
        } catch (ConflictException inUse) {
            // Until then.
        }
    }
}
