package dev.berth.local.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Names the writes of a store by what they write. A proxy, since the SDK has no client to extend.
public final class ObservedStore implements InvocationHandler {
    private final DynamoDbClient client;
    private final Points points;

    private ObservedStore(DynamoDbClient client, Points points) {
        this.client = client;
        this.points = points;
    }

    public static DynamoDbClient of(DynamoDbClient client, Points points) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new ObservedStore(client, points));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            var write = arguments == null ? Optional.<String>empty() : WriteName.of(method.getName(), arguments[0]);
            return write.isPresent()
                    ? points.around(write.get(), () -> method.invoke(client, arguments))
                    : method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
