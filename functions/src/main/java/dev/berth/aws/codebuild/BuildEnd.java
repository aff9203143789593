package dev.berth.aws.codebuild;

import dev.berth.aws.SnapshotImage;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.snapshot.BuildObservation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a build of CodeBuild came to, with everything that is known of it.
///
/// @param status `SUCCEEDED`, `FAILED`, `STOPPED`, `TIMED_OUT`, `FAULT`; anything else is under way
/// @param words of the phase that failed, as CodeBuild tells them
/// @param said what the build itself said of its failure
/// @param pushed the digest of the image that the build pushed, in its own words
/// @param stored the image that the repository has
record BuildEnd(
        String status,
        @Nullable String words,
        Optional<Failure> said,
        @Nullable String pushed,
        Optional<SnapshotImage> stored) {

    BuildObservation observation() {
        return switch (status) {
            case "SUCCEEDED" -> succeeded();
            case "FAILED" -> new BuildObservation.Failed(said.orElseGet(this::failed));
            case "STOPPED" -> new BuildObservation.Failed(cancelled());
            case "TIMED_OUT" -> new BuildObservation.Failed(timedOut());
            case "FAULT" -> new BuildObservation.Failed(fault());
            default -> new BuildObservation.Building();
        };
    }

    /// An image that is not in the repository any more was discarded.
    private BuildObservation succeeded() {
        if (stored.isEmpty()) {
            return new BuildObservation.Unknown();
        }
        return stored.get().digest().equals(pushed)
                ? new BuildObservation.Succeeded(stored.get().artifact())
                : new BuildObservation.Failed(otherImage());
    }

    private Failure failed() {
        return new Failure(
                "build_failed",
                "The build failed and did not say why. CodeBuild says: " + (words == null ? "nothing" : words),
                "See the end of the build log; when the setup script is not to blame, see the CodeBuild project's role and image.",
                MustAct.OPERATOR);
    }

    private static Failure cancelled() {
        return new Failure(
                "build_cancelled",
                "The build was cancelled.",
                "Refresh the snapshot when you want it after all.",
                MustAct.CALLER);
    }

    private static Failure timedOut() {
        return new Failure(
                "build_timed_out",
                "The build did not end in the time that it has.",
                "Look at the end of the build log for what does not end, mend it in the draft and publish again.",
                MustAct.CALLER);
    }

    private Failure fault() {
        return new Failure(
                "build_lost",
                "CodeBuild failed, not the build: " + (words == null ? "it does not say how" : words),
                "Refresh the snapshot; when it happens again, see AWS Health.",
                MustAct.OPERATOR);
    }

    private Failure otherImage() {
        return new Failure(
                "image_changed",
                "The repository has another image than the build pushed.",
                "Find out who else pushes to the repository of snapshots, then refresh the snapshot.",
                MustAct.OPERATOR);
    }
}
