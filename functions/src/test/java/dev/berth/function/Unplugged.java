package dev.berth.function;

import dev.berth.access.ObjectStore;
import dev.berth.access.SecretVault;
import dev.berth.conversation.LogWatch;
import dev.berth.conversation.Sockets;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.Workflow;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.trigger.EventBus;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Ports that nothing is plugged into, for tests of the wiring alone: every call of one fails.
final class Unplugged {
    private Unplugged() {}

    static Ports ports() {
        return new Ports(
                port(DynamoDbClient.class),
                port(Workflow.class),
                port(SandboxDriver.class),
                port(SnapshotBuilder.class),
                port(SecretVault.class),
                port(ObjectStore.class),
                port(Sockets.class),
                port(LogWatch.class),
                port(EventBus.class),
                SteadySince.ALWAYS);
    }

    private static <T> T port(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            throw new IllegalStateException(type.getSimpleName() + " is not plugged in");
        }));
    }
}
