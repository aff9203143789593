package dev.berth.function;

import dev.berth.access.MemoryVault;
import dev.berth.access.SecretVault;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/// Ports that nothing is plugged into, for tests of the wiring alone: every call of one fails, but for the
/// vault's, from which the wiring takes a key.
final class Unplugged {
    private Unplugged() {}

    static Ports ports() throws ReflectiveOperationException {
        var types = Stream.of(Ports.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return Ports.class
                .getDeclaredConstructor(types)
                .newInstance(Stream.of(types).map(Unplugged::port).toArray());
    }

    private static Object port(Class<?> type) {
        if (type == SecretVault.class) {
            return new MemoryVault();
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            throw new IllegalStateException(type.getSimpleName() + " is not plugged in");
        });
    }
}
