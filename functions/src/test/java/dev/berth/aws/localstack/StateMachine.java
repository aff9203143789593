package dev.berth.aws.localstack;

import dev.berth.aws.StepFunctionsWorkflow;
import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `session.asl.json` on LocalStack, which has no Lambda: each call of the step function is a message with the same
/// payload instead, taken from a queue and handed to a handler. Everything else stays as it is, but for limits that a
/// test shortens.
final class StateMachine implements AutoCloseable {
    private static final List<String> CALLS =
            List.of("arn:aws:states:::lambda:invoke.waitForTaskToken", "arn:aws:states:::lambda:invoke");
    private static int count;

    private final SfnClient stepFunctions;
    private final SqsClient queues;
    private final String queueUrl;
    private final String arn;
    private final Consumer<String> handler;
    private final Thread consumer;
    private volatile boolean open = true;

    /// @param handler takes a payload; what it throws is the call's failure
    /// @param shortened limits of the definition, by their place below `States`, and what they are in this copy
    StateMachine(LocalStackContainer aws, Consumer<String> handler, Map<String, Integer> shortened) {
        this.stepFunctions = LocalStack.client(aws, SfnClient.builder());
        this.queues = LocalStack.client(aws, SqsClient.builder());
        this.handler = handler;
        var name = "session-" + ++count;
        this.queueUrl = queues.createQueue(request -> request.queueName(name)).queueUrl();
        this.arn = stepFunctions
                .createStateMachine(request -> request.name(name)
                        .roleArn("arn:aws:iam::000000000000:role/states")
                        .definition(definition(queueUrl, shortened)))
                .stateMachineArn();
        this.consumer = Thread.ofPlatform().name("step function").start(this::consume);
    }

    StepFunctionsWorkflow workflow() {
        return new StepFunctionsWorkflow(() -> stepFunctions, arn);
    }

    void abort(String execution) {
        stepFunctions.stopExecution(
                request -> request.executionArn(arn.replace(":stateMachine:", ":execution:") + ":" + execution));
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        consumer.join();
    }

    private void consume() {
        while (open) {
            var messages = queues.receiveMessage(
                            request -> request.queueUrl(queueUrl).waitTimeSeconds(1))
                    .messages();
            for (var message : messages) {
                queues.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
                call(message);
            }
        }
    }

    /// A function that fails ends a wait for its token, as Lambda's failures do; one that only returns does not.
    private void call(Message message) {
        var body = Json.MAPPER.readTree(message.body());
        var token = body.path("callToken").asString();
        var waits = body.path("payload").has("token");
        try {
            handler.accept(body.path("payload").toString());
            if (!waits) {
                stepFunctions.sendTaskSuccess(
                        request -> request.taskToken(token).output("{}"));
            }
        } catch (RuntimeException failure) {
            report(token, failure);
        }
    }

    private void report(String token, RuntimeException failure) {
        try {
            stepFunctions.sendTaskFailure(request -> request.taskToken(token)
                    .error(failure.getClass().getName())
                    .cause(String.valueOf(failure.getMessage())));
        } catch (SfnException over) {
            // The wait has ended in another way.
        }
    }

    private static String definition(String queueUrl, Map<String, Integer> shortened) {
        var definition = read();
        for (var state : definition.path("States").properties()) {
            var task = (ObjectNode) state.getValue();
            if (CALLS.contains(task.path("Resource").asString())) {
                task.put("Resource", "arn:aws:states:::sqs:sendMessage.waitForTaskToken");
                task.set("Arguments", message(queueUrl, task.path("Arguments").path("Payload")));
            }
        }
        shortened.forEach((place, limit) -> shorten(definition.path("States"), place, limit));
        return definition.toString();
    }

    private static void shorten(JsonNode states, String place, int limit) {
        var name = place.lastIndexOf('/');
        var holder = (ObjectNode) states.at(place.substring(0, name));
        if (!holder.has(place.substring(name + 1))) {
            throw new IllegalArgumentException("The definition has no limit at " + place);
        }
        holder.put(place.substring(name + 1), limit);
    }

    private static ObjectNode message(String queueUrl, JsonNode payload) {
        var message = Json.MAPPER.createObjectNode().put("QueueUrl", queueUrl);
        message.putObject("MessageBody")
                .put("callToken", "{% $states.context.Task.Token %}")
                .set("payload", payload);
        return message;
    }

    private static JsonNode read() {
        try (var stream = StateMachine.class.getResourceAsStream("/asl/session.asl.json")) {
            return Json.MAPPER.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
