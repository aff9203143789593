package dev.berth.aws;

import dev.berth.snapshot.Artifact;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a `fargate` artifact's `ref` says: `<ECR repository>@sha256:…`, which ECS takes as it is.
public record SnapshotImage(String repositoryUri, String digest) {
    public static final String DRIVER = "fargate";
    private static final Pattern REF = Pattern.compile("([a-z0-9.:/_-]+)@(sha256:[0-9a-f]{64})");

    /// Empty for what another driver made.
    public static Optional<SnapshotImage> of(Artifact artifact) {
        var ref = REF.matcher(artifact.ref());
        return artifact.driver().equals(DRIVER) && ref.matches()
                ? Optional.of(new SnapshotImage(ref.group(1), ref.group(2)))
                : Optional.empty();
    }

    public Artifact artifact() {
        return new Artifact(DRIVER, ref());
    }

    public String ref() {
        return repositoryUri + "@" + digest;
    }
}
