package dev.berth.local.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A part of a definition while it is read: knows where it stands, and notes what is wrong instead of giving up, so
/// that all faults are told at once. After a fault it goes on with a value that is thrown away with the rest.
record Part(JsonNode node, String pointer, List<DefinitionRefused.Fault> faults) {
    /// The longest time that Step Functions takes.
    static final int MOST_SECONDS = 99_999_999;

    static Part root(JsonNode node) {
        return new Part(node, "", new ArrayList<>());
    }

    /// Does nothing for a part that is not there: that it is missing was said already.
    void refuse(String problem) {
        if (node.isMissingNode()) {
            return;
        }
        faults.add(new DefinitionRefused.Fault(pointer, problem));
    }

    /// Refuses every field but these.
    Part allowing(Set<String> fields) {
        if (!node.isObject()) {
            refuse("is not an object");
        }
        node.propertyNames().stream().filter(name -> !fields.contains(name)).forEach(name -> field(name)
                .refuse("is not supported here"));
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    Optional<Part> optional(String name) {
        return has(name) ? Optional.of(field(name)) : Optional.empty();
    }

    Part required(String name) {
        if (!has(name)) {
            refuse("has no " + name);
        }
        return field(name);
    }

    List<Part> fields() {
        return node.propertyNames().stream().map(this::field).toList();
    }

    List<Part> items() {
        if (!node.isArray()) {
            refuse("is not an array");
        }
        var items = new ArrayList<Part>();
        for (var i = 0; i < node.size(); i++) {
            items.add(new Part(node.get(i), pointer + "/" + i, faults));
        }
        return items;
    }

    List<Part> items(String name) {
        return optional(name).map(Part::items).orElse(List.of());
    }

    String text() {
        if (!node.isString()) {
            refuse("is not a string");
            return "";
        }
        return node.stringValue();
    }

    /// The name of the field that this part is.
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    double number(double least, double most) {
        if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
            refuse("is not a number from %s to %s".formatted(plain(least), plain(most)));
            return least;
        }
        return node.doubleValue();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private Part field(String name) {
        var escaped = name.replace("~", "~0").replace("/", "~1");
        var value = node.has(name) ? node.get(name) : JsonNodeFactory.instance.missingNode();
        return new Part(value, pointer + "/" + escaped, faults);
    }
}
