package dev.berth.local.workflow;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// The definition that Berth runs.
final class SessionDefinition {
    static final String STEP_FUNCTION = "step";

    private SessionDefinition() {}

    static Definition load() {
        return DefinitionReader.read(text(), Map.of("StepFunctionArn", STEP_FUNCTION));
    }

    static String text() {
        try (var resource = SessionDefinition.class.getResourceAsStream("/asl/session.asl.json")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
