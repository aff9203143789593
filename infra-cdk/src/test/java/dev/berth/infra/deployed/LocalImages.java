package dev.berth.infra.deployed;

import dev.berth.aws.ministack.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Images that the installation finds by their names on this machine's engine: the emulator starts containers there.
record LocalImages(Path folder) {
    static final String BASE = "berth/test-base:git";

    private static final Path SANDBOX = Path.of("../sandbox");

    /// A small one that a profile names, since it is pushed: git, which a snapshot's base image has to have, and what
    /// git needs of itself.
    void makeBase() throws IOException, InterruptedException {
        var context = Files.createDirectories(folder.resolve("base"));
        Files.writeString(context.resolve("Dockerfile"), """
                FROM debian:bookworm-slim
                RUN apt-get update && apt-get install --yes --no-install-recommends git \
                 && rm -rf /usr/lib/git-core/mergetools /usr/share/doc /usr/share/locale /usr/share/perl \
                    /usr/lib/*-linux-gnu/perl /var/cache/apt /var/lib/apt/lists
                """);
        Docker.run("build", "--tag", BASE, context.toString());
    }

    /// Berth's runtime, as `runtime.yaml` builds it while Berth is deployed.
    void makeRuntime(String name) throws IOException, InterruptedException {
        var context = Files.createDirectories(folder.resolve("runtime"));
        var jars = Files.createDirectories(context.resolve("lib"));
        for (var source : List.of("Dockerfile", "Rehearsal.java", "jvm.options")) {
            Files.copy(SANDBOX.resolve("image/runtime").resolve(source), context.resolve(source));
        }
        copyJars(SANDBOX.resolve("target"), "sandbox-*[0-9].jar", jars);
        copyJars(SANDBOX.resolve("target/lib"), "*.jar", jars);
        Docker.run("build", "--tag", name, context.toString());
    }

    /// @param reference a name, or a pattern of names
    static void forget(String reference) throws IOException, InterruptedException {
        var names = Docker.run("images", "--format", "{{.Repository}}:{{.Tag}}", "--filter", "reference=" + reference);
        for (var name : names.lines().toList()) {
            Docker.run("rmi", "--force", name);
        }
    }

    private static void copyJars(Path from, String names, Path to) throws IOException {
        try (var found = Files.newDirectoryStream(from, names)) {
            for (var jar : found) {
                Files.copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }
}
