package dev.berth.local.up;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import dev.berth.session.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The workflow definitions, as they are deployed to AWS, with this machine's function names.
public record Definitions(Definition session) {
    private static final String SESSION = "/asl/session.asl.json";

    public static Definitions load() {
        try (var stream = Workflow.class.getResourceAsStream(SESSION)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not packaged " + SESSION);
            }
            var json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Definitions(DefinitionReader.read(json, Map.of("StepFunctionArn", StepInvoker.FUNCTION)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
