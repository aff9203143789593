package dev.berth.infra.deployed;

import dev.berth.aws.ministack.Docker;
import dev.berth.event.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import tools.jackson.databind.node.ObjectNode;

/// Tells of each task that has stopped, as ECS does and the emulator does not. The emulator calls a task stopped before
/// its containers have ended; these wait for them.
final class TaskEvents implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 300;

    private final EcsClient ecs;
    private final String cluster;
    private final AccountBus bus;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    TaskEvents(EcsClient ecs, String cluster, AccountBus bus) {
        this.ecs = ecs;
        this.cluster = cluster;
        this.bus = bus;
        var _ = looking.scheduleWithFixedDelay(this::look, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.close();
    }

    private void look() {
        try {
            for (var task : stopped()) {
                if (!told.contains(task.taskArn()) && hasNoContainer(task)) {
                    bus.deliver(event(task));
                    told.add(task.taskArn());
                }
            }
        } catch (IOException | RuntimeException failure) {
            System.err.println("Events of tasks are looked for again, after " + failure);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Task> stopped() {
        var arns = ecs.listTasks(list -> list.cluster(cluster).desiredStatus(DesiredStatus.STOPPED))
                .taskArns();
        return arns.isEmpty()
                ? List.of()
                : ecs.describeTasks(tasks -> tasks.cluster(cluster).tasks(arns)).tasks();
    }

    private static boolean hasNoContainer(Task task) throws IOException, InterruptedException {
        return Docker.run("ps", "--quiet", "--filter", "label=com.amazonaws.ecs.task-arn=" + task.taskArn())
                .isEmpty();
    }

    private static ObjectNode event(Task task) {
        var event = Examples.aws("task-stopped");
        var detail = (ObjectNode) event.path("detail");
        detail.put("clusterArn", task.clusterArn());
        detail.put("taskArn", task.taskArn());
        detail.put("startedBy", task.startedBy());
        detail.put("stopCode", task.stopCodeAsString());
        detail.put("stoppedReason", task.stoppedReason());
        detail.set(
                "containers",
                Json.MAPPER.valueToTree(
                        task.containers().stream().map(TaskEvents::shape).toList()));
        var overrides = task.overrides().containerOverrides();
        detail.set(
                "overrides",
                Json.MAPPER.valueToTree(Map.of(
                        "containerOverrides",
                        overrides.stream().map(TaskEvents::shape).toList())));
        return event;
    }

    private static ObjectNode shape(Container container) {
        return Json.MAPPER
                .createObjectNode()
                .put("name", container.name())
                .put("lastStatus", "STOPPED")
                .put("exitCode", container.exitCode());
    }

    private static Map<String, Object> shape(ContainerOverride override) {
        var environment = override.environment().stream()
                .map(variable -> Map.of("name", variable.name(), "value", variable.value()))
                .toList();
        return Map.of("name", override.name(), "environment", environment);
    }
}
