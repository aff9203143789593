package dev.berth.aws.codebuild;

/// Where snapshots are built, and of what.
///
/// @param bucket where builds find their plan and leave why they failed, below `builds/`
/// @param runtimeImage Berth's runtime of this release; the same name with `-default` behind it is the base image
/// `default`
/// @param repositoryUri where images are pushed
public record CodeBuildSettings(String project, String bucket, String runtimeImage, String repositoryUri) {
    String defaultImage() {
        return runtimeImage + "-default";
    }
}
