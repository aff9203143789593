package dev.berth.aws.fargate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.DeleteTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.DeleteTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/// ECS' task definitions as its documentation has them: families are listed by a beginning, revisions by a whole name;
/// only what was deregistered can be deleted, ten at a time.
final class ShapedEcs implements EcsClient {
    private static final int MOST_DELETED = 10;

    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final List<String> deleted = new ArrayList<>();
    private final Clock clock;
    private @Nullable String stubborn;

    ShapedEcs(Clock clock) {
        this.clock = clock;
    }

    private record Revision(String family, List<Tag> tags, Instant at, TaskDefinitionStatus status) {
        Revision inactive() {
            return new Revision(family, tags, at, TaskDefinitionStatus.INACTIVE);
        }
    }

    void refuseToDeregister(String arn) {
        stubborn = arn;
    }

    List<String> active() {
        return in(TaskDefinitionStatus.ACTIVE);
    }

    List<String> inactive() {
        return in(TaskDefinitionStatus.INACTIVE);
    }

    List<String> deleted() {
        return List.copyOf(deleted);
    }

    private List<String> in(TaskDefinitionStatus status) {
        return revisions.entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public RegisterTaskDefinitionResponse registerTaskDefinition(RegisterTaskDefinitionRequest request) {
        var arn = "arn:aws:ecs:eu-central-1:000000000000:task-definition/%s:%d"
                .formatted(request.family(), revisions.size() + 1);
        revisions.put(
                arn, new Revision(request.family(), request.tags(), clock.instant(), TaskDefinitionStatus.ACTIVE));
        return RegisterTaskDefinitionResponse.builder()
                .taskDefinition(definition(arn))
                .build();
    }

    @Override
    public ListTaskDefinitionFamiliesResponse listTaskDefinitionFamilies(ListTaskDefinitionFamiliesRequest request) {
        return ListTaskDefinitionFamiliesResponse.builder()
                .families(revisions.values().stream()
                        .map(Revision::family)
                        .filter(family -> family.startsWith(request.familyPrefix()))
                        .distinct()
                        .toList())
                .build();
    }

    @Override
    public ListTaskDefinitionsResponse listTaskDefinitions(ListTaskDefinitionsRequest request) {
        return ListTaskDefinitionsResponse.builder()
                .taskDefinitionArns(revisions.entrySet().stream()
                        .filter(entry -> entry.getValue().family().equals(request.familyPrefix()))
                        .filter(entry -> entry.getValue().status() == request.status())
                        .map(Map.Entry::getKey)
                        .toList())
                .build();
    }

    @Override
    public DescribeTaskDefinitionResponse describeTaskDefinition(DescribeTaskDefinitionRequest request) {
        return DescribeTaskDefinitionResponse.builder()
                .taskDefinition(definition(request.taskDefinition()))
                .tags(revision(request.taskDefinition()).tags())
                .build();
    }

    @Override
    public DeregisterTaskDefinitionResponse deregisterTaskDefinition(DeregisterTaskDefinitionRequest request) {
        var arn = request.taskDefinition();
        if (arn.equals(stubborn)) {
            throw ClientException.builder().message("not now").build();
        }
        revisions.put(arn, revision(arn).inactive());
        return DeregisterTaskDefinitionResponse.builder().build();
    }

    @Override
    public DeleteTaskDefinitionsResponse deleteTaskDefinitions(DeleteTaskDefinitionsRequest request) {
        var isAllowed = request.taskDefinitions().size() <= MOST_DELETED
                && request.taskDefinitions().stream()
                        .allMatch(arn -> revision(arn).status() == TaskDefinitionStatus.INACTIVE);
        if (!isAllowed) {
            throw ClientException.builder()
                    .message("up to ten that are inactive")
                    .build();
        }
        request.taskDefinitions().forEach(revisions::remove);
        deleted.addAll(request.taskDefinitions());
        return DeleteTaskDefinitionsResponse.builder().build();
    }

    private TaskDefinition definition(String arn) {
        return TaskDefinition.builder()
                .taskDefinitionArn(arn)
                .registeredAt(revision(arn).at())
                .build();
    }

    private Revision revision(String arn) {
        var found = revisions.get(arn);
        if (found == null) {
            throw ClientException.builder()
                    .message("Unable to describe task definition.")
                    .build();
        }
        return found;
    }

    @Override
    public String serviceName() {
        return "ecs";
    }

    @Override
    public void close() {}
}
