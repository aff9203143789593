package dev.berth.aws.fargate;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Tag;

/// A task definition, as it says of itself.
///
/// @param release that registered it
/// @param digest of the snapshot's image
record RegisteredTask(String release, String digest, Instant registeredAt) {
    static final String RELEASE = "berth:release";
    static final String SNAPSHOT = "berth:snapshot";

    /// Empty for one that Berth did not register.
    static Optional<RegisteredTask> of(DescribeTaskDefinitionResponse answer) {
        var tags = answer.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, _) -> one));
        var release = Optional.ofNullable(tags.get(RELEASE));
        var digest = Optional.ofNullable(tags.get(SNAPSHOT));
        var at = Optional.ofNullable(answer.taskDefinition().registeredAt());
        return release.flatMap(by -> digest.flatMap(of -> at.map(when -> new RegisteredTask(by, of, when))));
    }
}
