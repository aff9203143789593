package dev.berth.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON whose shape is not Berth's business: kept in the order it was written in, and never changed. A field that is
/// null is absent, here as everywhere, so that what is written and what is read back are equal.
final class FreeForm {
    private FreeForm() {}

    static <V> Map<String, V> copyOf(Map<String, V> object) {
        var copy = new LinkedHashMap<String, V>();
        object.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, copyOf(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    static List<Map<String, Object>> copyOf(List<Map<String, Object>> objects) {
        return objects.stream().map(FreeForm::copyOf).toList();
    }

    @SuppressWarnings("unchecked") // a copy is of the same JSON type as the original
    private static <V> V copyOf(V value) {
        return switch (value) {
            case Map<?, ?> object -> (V) copyOf((Map<String, Object>) object);
            case List<?> list -> (V) copyOfList(list);
            default -> value;
        };
    }

    private static List<@Nullable Object> copyOfList(List<?> list) {
        var copy = new ArrayList<@Nullable Object>();
        for (var element : list) {
            copy.add(element == null ? null : copyOf(element));
        }
        return Collections.unmodifiableList(copy);
    }
}
