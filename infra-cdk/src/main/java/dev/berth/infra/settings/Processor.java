package dev.berth.infra.settings;

import software.amazon.awscdk.services.lambda.Architecture;

/// What functions, sandboxes and their images are made for.
public enum Processor {
    ARM64("ARM64", "ARM_CONTAINER", "aws/codebuild/amazonlinux-aarch64-standard:3.0"),
    X86_64("X86_64", "LINUX_CONTAINER", "aws/codebuild/amazonlinux-x86_64-standard:5.0");

    private final String fargateName;
    private final String buildEnvironment;
    private final String buildImage;

    Processor(String fargateName, String buildEnvironment, String buildImage) {
        this.fargateName = fargateName;
        this.buildEnvironment = buildEnvironment;
        this.buildImage = buildImage;
    }

    public String fargateName() {
        return fargateName;
    }

    public String buildEnvironment() {
        return buildEnvironment;
    }

    public String buildImage() {
        return buildImage;
    }

    /// Not a field: settings are read without the CDK.
    public Architecture lambda() {
        return this == ARM64 ? Architecture.ARM_64 : Architecture.X86_64;
    }
}
