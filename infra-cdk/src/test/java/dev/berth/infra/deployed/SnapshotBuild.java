package dev.berth.infra.deployed;

import dev.berth.aws.ministack.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/// What `snapshot.yaml` does, with this machine's engine: Berth's own build of the plan, on the base image, pushed to
/// the repository. Two things are in the image that a task definition says on AWS, since the emulator's containers
/// share no volume and are started with their image's entry point: Berth's runtime, and how the supervisor is started.
record SnapshotBuild(S3Client s3, Path folder) implements PlayedCodeBuild.Work {
    /// The task definition's; a test compares them.
    static final List<String> ENTRY_POINT = List.of(
            "/opt/berth/tools/tini",
            "--",
            "/opt/berth/jre/bin/java",
            "@/opt/berth/java.args",
            "dev.berth.supervisor.Main",
            "--folder",
            "/sandbox",
            "--agent-uid",
            "7000",
            "--tools",
            "/opt/berth/tools");

    @Override
    public String run(Map<String, String> variables) throws IOException, InterruptedException {
        var context = Files.createDirectories(folder.resolve("snapshot"));
        Files.write(context.resolve("plan.json"), plan(variables.getOrDefault("BERTH_PLAN", "")));
        Files.writeString(context.resolve("Dockerfile"), """
                FROM %s
                COPY --from=%s /opt/berth /opt/berth
                COPY plan.json /sandbox/build/plan.json
                RUN ["/opt/berth/jre/bin/java", "@/opt/berth/java.args", "dev.berth.supervisor.build.Main", \
                "/sandbox", "/opt/berth/tools", "7000"]
                ENTRYPOINT [%s]
                """.formatted(
                        variables.get("BERTH_BASE_IMAGE"),
                        variables.get("BERTH_RUNTIME_IMAGE"),
                        ENTRY_POINT.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "))));
        var repository = variables.getOrDefault("BERTH_SNAPSHOT_REPOSITORY", "");
        var image = repository + ":" + variables.get("BERTH_BUILD");
        Docker.run("build", "--tag", image, context.toString());
        Docker.run("push", "--quiet", image);
        return digest(repository, image);
    }

    private byte[] plan(String uri) {
        var path = uri.substring("s3://".length());
        var slash = path.indexOf('/');
        return s3.getObjectAsBytes(
                        object -> object.bucket(path.substring(0, slash)).key(path.substring(slash + 1)))
                .asByteArray();
    }

    private static String digest(String repository, String image) throws IOException, InterruptedException {
        return Docker.run("image", "inspect", "--format", "{{join .RepoDigests \"\\n\"}}", image)
                .lines()
                .filter(pushed -> pushed.startsWith(repository + "@"))
                .map(pushed -> pushed.substring(repository.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
