package dev.berth.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The schemas and examples as they are on the class path.
final class ContractFiles {
    private static final String BASE = "https://berth.dev/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:schemas/"))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private ContractFiles() {}

    static Schema schema(String name) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".json"));
    }

    static JsonNode schemaText(String name) {
        return read("schemas/" + name + ".json");
    }

    static JsonNode example(String name) {
        return read("examples/" + name + ".json");
    }

    /// Names of what a folder holds: `bus/session-queued`.
    static List<String> names(String kind, String folder) {
        try (var files = Files.list(path(kind + "/" + folder))) {
            return files.map(
                            file -> folder + "/" + file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String resource) {
        try {
            return Json.MAPPER.readTree(Files.readString(path(resource)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path path(String resource) {
        var url = ContractFiles.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new AssertionError("There is no src/main/resources/" + resource + ": each contract needs one.");
        }
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException unlikely) {
            throw new IllegalStateException(unlikely);
        }
    }
}
