package dev.berth.infra.deployed;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.node.ObjectNode;

/// Example events of the repository.
final class Examples {
    private Examples() {}

    /// As AWS sends it.
    static ObjectNode aws(String name) {
        return read("/aws/" + name + ".json");
    }

    /// The detail that an operator pastes into the EventBridge console.
    static ObjectNode console(String name) {
        return read("/examples/console/" + name + ".json");
    }

    private static ObjectNode read(String path) {
        try (var stream = Examples.class.getResourceAsStream(path)) {
            return (ObjectNode) Json.MAPPER.readTree(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
