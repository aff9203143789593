package dev.berth.infra.price;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What AWS bills for being used, and how much of it the reference session uses. `local` has the prices and plays the
/// session; its `ReferenceSessionTest` holds the file to both.
public final class CountedSession {
    private static final Path FILE = Path.of("../docs/reference-session.json");

    private final JsonNode operations;

    private CountedSession(JsonNode operations) {
        this.operations = operations;
    }

    public static CountedSession read() {
        try {
            return new CountedSession(Json.MAPPER.readTree(Files.readString(FILE)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param operation as in `LAMBDA_REQUEST`
    /// @throws IllegalArgumentException when it has no price
    public double dollars(String operation, double amount) {
        return Optional.ofNullable(operations.get(operation))
                .map(one -> amount * one.path("dollarsEach").doubleValue())
                .orElseThrow(() -> new IllegalArgumentException("%s has no price in %s".formatted(operation, FILE)));
    }

    /// Of the whole session, with nobody watching.
    public double dollars() {
        return operations.properties().stream()
                .mapToDouble(one ->
                        dollars(one.getKey(), one.getValue().path("amount").doubleValue()))
                .sum();
    }
}
