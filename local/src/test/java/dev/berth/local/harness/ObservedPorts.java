package dev.berth.local.harness;

import dev.berth.access.ObjectStore;
import dev.berth.function.Ports;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.session.Workflow;
import dev.berth.snapshot.SnapshotBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/// Names the calls of driver, workflow, snapshot builder and object store.
public final class ObservedPorts {
    /// What has no effect.
    private static final Set<String> QUIET = Set.of(
            "name",
            "capabilities",
            "log",
            "get",
            "size",
            "crc32c",
            "keys",
            "signedUpload",
            "signedDownload",
            "signedSandboxDownload",
            "toString",
            "hashCode",
            "equals");

    private ObservedPorts() {}

    public static Ports of(Ports ports, Points points) {
        return new Ports(
                ports.dynamoDb(),
                observed(Workflow.class, ports.workflow(), points),
                observed(SandboxDriver.class, ports.driver(), points),
                observed(SnapshotBuilder.class, ports.snapshotBuilder(), points),
                ports.vault(),
                observed(ObjectStore.class, ports.objects(), points),
                ports.sockets(),
                ports.logWatch(),
                ports.bus(),
                ports.steadySince(),
                ports.admissionGate());
    }

    private static <T> T observed(Class<T> port, T target, Points points) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        return QUIET.contains(method.getName())
                                ? method.invoke(target, arguments)
                                : points.around(
                                        port.getSimpleName() + "." + method.getName(),
                                        () -> method.invoke(target, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
