package dev.berth.aws.fargate;

import dev.berth.sandbox.SandboxRef;
import dev.berth.session.SessionKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;

/// What tasks say of themselves: to the sweep, and to people in the console.
final class SandboxTags {
    private static final String SANDBOX = "berth:sandbox";
    private static final String ORGANIZATION = "berth:organization";
    private static final String SESSION = "berth:session";
    private static final String GENERATION = "berth:generation";

    private SandboxTags() {}

    static List<Tag> of(SandboxRef sandbox) {
        return List.of(
                tag(SANDBOX, sandbox.id()),
                tag(ORGANIZATION, sandbox.session().organization()),
                tag(SESSION, sandbox.session().session()),
                tag(GENERATION, Integer.toString(sandbox.generation())));
    }

    /// `ses_…/3`: fits the 36 characters that `startedBy` has, and tasks can be listed by it.
    static String startedBy(SandboxRef sandbox) {
        return sandbox.session().session() + "/" + sandbox.generation();
    }

    /// Empty for a task that is not a sandbox of ours.
    static Optional<SandboxRef> sandbox(Task task) {
        var tags = task.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, _) -> one));
        return tags.keySet().containsAll(List.of(SANDBOX, ORGANIZATION, SESSION, GENERATION))
                ? Optional.of(sandbox(tags))
                : Optional.empty();
    }

    private static SandboxRef sandbox(Map<String, String> tags) {
        return new SandboxRef(
                tags.getOrDefault(SANDBOX, ""),
                new SessionKey(tags.getOrDefault(ORGANIZATION, ""), tags.getOrDefault(SESSION, "")),
                Integer.parseInt(tags.getOrDefault(GENERATION, "0")));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
