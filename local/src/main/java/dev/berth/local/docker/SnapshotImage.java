package dev.berth.local.docker;

import dev.berth.snapshot.Artifact;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a `docker` artifact's `ref` says: `berth/snapshot:<build>@<image id>`.
record SnapshotImage(String build, String id) {
    static final String REPOSITORY = "berth/snapshot";

    private static final Pattern REF = Pattern.compile(REPOSITORY + ":([A-Za-z0-9_.-]+)@(sha256:[0-9a-f]{64})");

    static Optional<SnapshotImage> of(Artifact artifact) {
        var ref = REF.matcher(artifact.ref());
        return artifact.driver().equals(DockerSandboxDriver.NAME) && ref.matches()
                ? Optional.of(new SnapshotImage(ref.group(1), ref.group(2)))
                : Optional.empty();
    }

    /// By which people find it; sessions start from the id.
    String tag() {
        return REPOSITORY + ":" + build;
    }

    String ref() {
        return tag() + "@" + id;
    }
}
