package dev.berth.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Events as AWS sends them, from files, and functions called with them.
final class AwsEvents {
    private AwsEvents() {}

    /// A file of `src/test/resources/aws`.
    static String aws(String name) {
        return resource("/aws/" + name + ".json");
    }

    /// One of the contracts' examples.
    static String bus(String name) {
        return resource("/examples/bus/" + name + ".json");
    }

    static String call(RequestStreamHandler function, String event) {
        var output = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String resource(String path) {
        try (var stream = AwsEvents.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
