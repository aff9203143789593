package dev.berth.infra.control;

import dev.berth.infra.settings.Installation;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// Events that could not be acted on, for somebody to look at.
final class DeadLetters extends Construct {
    private final Queue queue;

    DeadLetters(Construct scope, String id, Installation installation) {
        super(scope, id);
        this.queue = Queue.Builder.create(this, "Queue")
                .queueName(installation.name() + "-dead-letters")
                .retentionPeriod(Duration.days(14))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .build();
    }

    Queue queue() {
        return queue;
    }
}
