package dev.berth.local.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the engine says while it pulls or builds an image, as lines for people.
final class ImageProgress {
    private final Consumer<String> lines;
    private volatile @Nullable String error;

    ImageProgress(Consumer<String> lines) {
        this.lines = lines;
    }

    void built(BuildResponseItem item) {
        noteError(item);
        if (item.getStream() != null && !item.getStream().isBlank()) {
            lines.accept(item.getStream().stripTrailing());
        }
    }

    /// A line for each step of a layer, not for each megabyte.
    void pulled(PullResponseItem item) {
        noteError(item);
        var detail = item.getProgressDetail();
        if (item.getStatus() != null && (detail == null || detail.getCurrent() == null)) {
            lines.accept(item.getId() == null ? item.getStatus() : item.getId() + ": " + item.getStatus());
        }
    }

    /// What went wrong, which the engine says last.
    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    private void noteError(ResponseItem item) {
        if (item.getErrorDetail() != null) {
            error = item.getErrorDetail().getMessage();
        }
    }
}
