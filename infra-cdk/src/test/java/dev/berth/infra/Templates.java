package dev.berth.infra;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The templates of one installation.
///
/// @param stacks by the last word of their names, as in `data`
public record Templates(Path folder, SortedMap<String, JsonNode> stacks) {
    private static final String SUFFIX = ".template.json";

    static Templates in(Path folder) {
        var stacks = new TreeMap<String, JsonNode>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(file -> {
                var name = file.getFileName().toString().replace(SUFFIX, "");
                stacks.put(name.substring(name.indexOf('-') + 1), read(file));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Templates(folder, stacks);
    }

    public JsonNode stack(String name) {
        return Objects.requireNonNull(stacks.get(name), name);
    }

    /// Of every stack.
    Stream<Resource> resources() {
        return stacks.entrySet().stream().flatMap(stack -> resources(stack.getKey(), stack.getValue()));
    }

    List<Resource> resources(String type) {
        return resources().filter(resource -> resource.type().equals(type)).toList();
    }

    Resource only(String type) {
        var found = resources(type);
        if (found.size() != 1) {
            throw new AssertionError("There are %d of %s: %s".formatted(found.size(), type, found));
        }
        return found.getFirst();
    }

    private static Stream<Resource> resources(String stack, JsonNode template) {
        var all = new ArrayList<Resource>();
        template.path("Resources")
                .forEachEntry((id, node) ->
                        all.add(new Resource(stack, id, node.path("Type").stringValue(), node)));
        return all.stream();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Resource(String stack, String id, String type, JsonNode node) {
        JsonNode properties() {
            return node.path("Properties");
        }

        JsonNode property(String pointer) {
            return properties().at(pointer);
        }

        String text(String pointer) {
            return property(pointer).asString("");
        }

        String deletionPolicy() {
            return node.path("DeletionPolicy").asString("Delete");
        }

        /// The construct's path run together, as in `RuntimeImageBuildRole`; the CDK puts eight letters behind it.
        String path() {
            return id.replaceFirst("[0-9A-F]{8}$", "");
        }

        boolean isData() {
            return stack.equals("data") && !type.endsWith("Policy");
        }

        @Override
        public String toString() {
            return "%s %s (%s)".formatted(stack, id, type);
        }
    }
}
