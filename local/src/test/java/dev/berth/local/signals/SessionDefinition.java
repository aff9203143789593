package dev.berth.local.signals;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import dev.berth.session.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// The definition that Berth runs.
final class SessionDefinition {
    private SessionDefinition() {}

    static Definition load() {
        try (var resource = Workflow.class.getResourceAsStream("/asl/session.asl.json")) {
            var text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
            return DefinitionReader.read(text, Map.of("StepFunctionArn", "step"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
