package dev.berth.function;

import dev.berth.access.ObjectStore;
import dev.berth.access.SecretVault;
import dev.berth.conversation.LogWatch;
import dev.berth.conversation.Sockets;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.AdmissionGate;
import dev.berth.session.Workflow;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.trigger.EventBus;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Everything the control plane meets the outside through: AWS, or one machine.
public record Ports(
        DynamoDbClient dynamoDb,
        Workflow workflow,
        SandboxDriver driver,
        SnapshotBuilder snapshotBuilder,
        SecretVault vault,
        ObjectStore objects,
        Sockets sockets,
        LogWatch logWatch,
        EventBus bus,
        SteadySince steadySince,
        AdmissionGate admissionGate) {}
