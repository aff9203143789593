package dev.berth.aws.codebuild;

import dev.berth.access.ObjectStore;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.protocol.Manifest;
import dev.berth.sandbox.Manifests;
import dev.berth.snapshot.BuildRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What a build is given and what it leaves, in the object store: a plan may be longer than environment variables are.
record BuildFiles(ObjectStore objects, String bucket) {
    void putPlan(BuildRequest request) {
        var content = request.content();
        var plan = new Plan(
                Manifests.repositories(content),
                content.setupScript(),
                content.environment(),
                request.timeLimit().toSeconds());
        objects.put(folder(request.build()) + "plan.json", Json.MAPPER.writeValueAsBytes(plan));
    }

    void putCodeBuildId(String build, String id) {
        objects.put(folder(build) + "codebuild-id", id.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> codeBuildId(String build) {
        return objects.get(folder(build) + "codebuild-id").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// What the build said of its failure, if it could.
    Optional<Failure> failure(String build) {
        return objects.get(folder(build) + "failure.json").flatMap(BuildFiles::read);
    }

    void remove(String build) {
        objects.deleteAll(folder(build));
    }

    /// As the AWS command line names it.
    String uri(String build, String file) {
        return "s3://" + bucket + "/" + folder(build) + file;
    }

    private static Optional<Failure> read(byte[] json) {
        try {
            return Optional.of(Json.MAPPER.readValue(json, Failure.class));
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    private static String folder(String build) {
        return "builds/" + build + "/";
    }

    /// As the build in the container reads it.
    private record Plan(
            List<Manifest.Repository> repositories,
            @Nullable String setupScript,
            Map<String, String> environment,
            long setupSeconds) {}
}
