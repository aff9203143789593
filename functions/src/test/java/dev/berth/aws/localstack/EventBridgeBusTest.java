package dev.berth.aws.localstack;

import dev.berth.aws.EventBridgeBus;
import dev.berth.trigger.EventBus;
import dev.berth.trigger.EventBusContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("localstack")
@Testcontainers
class EventBridgeBusTest extends EventBusContract {
    @Container
    private static final LocalStackContainer AWS = LocalStack.with("events", "sqs");

    private static int buses;

    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private EventBridgeClient events;
    private SqsClient queues;
    private String bus;

    @BeforeEach
    void makeBus() {
        events = LocalStack.client(AWS, EventBridgeClient.builder());
        queues = LocalStack.client(AWS, SqsClient.builder());
        bus = "berth-" + ++buses;
        events.createEventBus(request -> request.name(bus));
    }

    @Override
    protected EventBus bus() {
        return new EventBridgeBus(() -> events, bus);
    }

    /// Each rule has a queue, and what was taken from it is kept.
    @Override
    protected List<String> matched(String pattern) {
        var rule = rules.computeIfAbsent(pattern, this::rule);
        rule.taken()
                .addAll(queues
                        .receiveMessage(
                                request -> request.queueUrl(rule.queueUrl()).maxNumberOfMessages(10))
                        .messages()
                        .stream()
                        .map(Message::body)
                        .toList());
        return List.copyOf(rule.taken());
    }

    private Rule rule(String pattern) {
        var name = bus + "-" + rules.size();
        var url = queues.createQueue(request -> request.queueName(name)).queueUrl();
        var arn = queues.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        events.putRule(request -> request.name(name).eventBusName(bus).eventPattern(pattern));
        events.putTargets(request -> request.rule(name)
                .eventBusName(bus)
                .targets(Target.builder().id("queue").arn(arn).build()));
        return new Rule(url, new CopyOnWriteArrayList<>());
    }

    private record Rule(String queueUrl, List<String> taken) {}
}
