package dev.berth.infra.deployed;

import dev.berth.aws.ministack.Docker;
import dev.berth.aws.ministack.Ministack;
import dev.berth.conversation.SocketConnections;
import dev.berth.session.Admission.Slot;
import dev.berth.session.Admissions;
import dev.berth.store.BerthStore;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.node.ObjectNode;

/// Somebody in the AWS console: looks, puts events on Berth's bus, stops things by hand.
///
/// @param cluster its name
record Operator(
        String cluster,
        EcsClient ecs,
        SfnClient stepFunctions,
        EventBridgeClient eventBridge,
        SqsClient sqs,
        DynamoDbClient dynamoDb)
        implements AutoCloseable {

    Operator(Ministack ministack, String cluster) {
        this(
                cluster,
                ministack.client(EcsClient.builder()),
                ministack.client(SfnClient.builder()),
                ministack.client(EventBridgeClient.builder()),
                ministack.client(SqsClient.builder()),
                ministack.client(DynamoDbClient.builder()));
    }

    void putEvent(String detailType, ObjectNode detail) {
        eventBridge.putEvents(events -> events.entries(PutEventsRequestEntry.builder()
                .eventBusName("berth")
                .source("acme.schedules")
                .detailType(detailType)
                .detail(detail.toString())
                .build()));
    }

    /// That stand, of a session.
    List<Task> tasks(String session) {
        var arns = ecs.listTasks(list -> list.cluster(cluster).desiredStatus(DesiredStatus.RUNNING))
                .taskArns();
        return arns.isEmpty()
                ? List.of()
                : ecs.describeTasks(tasks -> tasks.cluster(cluster).tasks(arns)).tasks().stream()
                        .filter(task -> task.startedBy().startsWith(session))
                        .toList();
    }

    /// Whether the sandbox of a session can be woken.
    boolean hasSocket(String session) {
        var sockets = new SocketConnections(new BerthStore(dynamoDb, "berth"));
        return tasks(session).stream()
                .flatMap(task -> task.overrides().containerOverrides().getFirst().environment().stream())
                .filter(variable -> variable.name().equals("BERTH_SANDBOX"))
                .anyMatch(variable -> sockets.ofSandbox(variable.value()).isPresent());
    }

    /// How its task definition says that the agent's container is started.
    List<String> entryPoint(Task task) {
        return ecs
                .describeTaskDefinition(definition -> definition.taskDefinition(task.taskDefinitionArn()))
                .taskDefinition()
                .containerDefinitions()
                .stream()
                .filter(container -> container.name().equals("agent"))
                .findFirst()
                .orElseThrow()
                .entryPoint();
    }

    /// As a machine that fails would.
    void kill(Task task) {
        try {
            Docker.run("kill", task.containers().getLast().runtimeId());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void stop(Task task) {
        ecs.stopTask(stop -> stop.cluster(cluster).task(task.taskArn()));
    }

    void stopExecution(String session) {
        stepFunctions.stopExecution(stop -> stop.executionArn(execution(session)));
    }

    ExecutionStatus executionStatus(String session) {
        return stepFunctions
                .describeExecution(execution -> execution.executionArn(execution(session)))
                .status();
    }

    List<Slot> slots(String organization) {
        return new Admissions(new BerthStore(dynamoDb, "berth"))
                .read(organization)
                .slots();
    }

    int deadLetters() {
        var queue =
                sqs.getQueueUrl(named -> named.queueName("berth-dead-letters")).queueUrl();
        return Integer.parseInt(sqs.getQueueAttributes(attributes ->
                        attributes.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
    }

    @Override
    public void close() {
        tasks("").forEach(this::stop);
        List.of(ecs, stepFunctions, eventBridge, sqs, dynamoDb).forEach(client -> client.close());
    }

    /// Of its first run.
    private String execution(String session) {
        return stepFunctions
                        .listStateMachines()
                        .stateMachines()
                        .getFirst()
                        .stateMachineArn()
                        .replace(":stateMachine:", ":execution:")
                + ":" + session + "-1";
    }
}
