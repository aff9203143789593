package dev.berth.infra.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads the values of one JSON object, and notes what cannot be read instead of giving up. A value that cannot be read
/// is taken as its default, so that the rest can still be looked at.
final class Choices {
    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;
    private final TreeSet<String> known = new TreeSet<>();

    Choices(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        if (!object.isObject() && !object.isMissingNode()) {
            faults.add(new Fault(path.isEmpty() ? "berth.json" : path, "is not an object", "Write {…}"));
        }
    }

    Choices within(String name) {
        known.add(name);
        return new Choices(object.path(name), at(name), faults);
    }

    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    Optional<String> text(String name) {
        known.add(name);
        var value = object.path(name);
        if (!value.isMissingNode() && !value.isString()) {
            fault(name, "is not a text", "Write it in double quotes");
        }
        return value.stringValueOpt();
    }

    boolean truth(String name, boolean otherwise) {
        known.add(name);
        var value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(name, "is neither true nor false", "Write true or false, without quotes");
        }
        return value.booleanValueOpt().orElse(otherwise);
    }

    int whole(String name, int otherwise, int min, int max) {
        return whole(name, min, max).orElse(otherwise);
    }

    OptionalInt whole(String name, int min, int max) {
        known.add(name);
        var value = object.path(name);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        return whole(name, value, min, max);
    }

    List<Integer> wholes(String name, List<Integer> otherwise, int min, int max) {
        known.add(name);
        var value = object.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isArray()) {
            fault(name, "is not a list", "Write [1, 2, …]");
            return otherwise;
        }
        var all = new ArrayList<Integer>();
        value.forEach(each -> whole(name, each, min, max).ifPresent(all::add));
        return all;
    }

    Map<String, Integer> wholesByName(String name, int min, int max) {
        known.add(name);
        var all = new LinkedHashMap<String, Integer>();
        var values = object.path(name);
        if (!values.isObject() && !values.isMissingNode()) {
            fault(name, "is not an object", "Write {…}");
        }
        values.forEachEntry(
                (key, value) -> whole(name + "." + key, value, min, max).ifPresent(whole -> all.put(key, whole)));
        return all;
    }

    <E extends Enum<E>> E oneOf(Class<E> values, String name, E otherwise) {
        var given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(values.getEnumConstants())
                .filter(value -> word(value).equals(given.get()))
                .findFirst()
                .orElseGet(() -> {
                    var allowed = Arrays.stream(values.getEnumConstants())
                            .map(Choices::word)
                            .collect(Collectors.joining(", "));
                    fault(name, "'%s' is not a choice".formatted(given.get()), "Use one of " + allowed);
                    return otherwise;
                });
    }

    /// Ends the reading: whatever is there and was not asked for is a mistake, most often of spelling.
    void refuseOthers() {
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                fault(name, "is not a setting", "Settings here are " + String.join(", ", known));
            }
        }
    }

    private OptionalInt whole(String name, JsonNode value, int min, int max) {
        if (value.isInt() && value.intValue() >= min && value.intValue() <= max) {
            return OptionalInt.of(value.intValue());
        }
        fault(name, "%s cannot be used".formatted(value), "Use a whole number from %d to %d".formatted(min, max));
        return OptionalInt.empty();
    }

    private void fault(String name, String problem, String remedy) {
        faults.add(new Fault(at(name), problem, remedy));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String word(Enum<?> value) {
        var word = value.name().toLowerCase(Locale.ROOT);
        return word.equals("x86_64") ? word : word.replace('_', '-');
    }
}
