package dev.berth.store;

import dev.berth.event.Json;
import dev.berth.event.WireName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The attributes of one row, as the Enhanced Client hands them over, until a record is made of them.
public final class Columns {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Map<String, Object> values = new HashMap<>();

    void set(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    public String text(String name) {
        return required(name, optionalText(name));
    }

    public @Nullable String optionalText(String name) {
        return (String) values.get(name);
    }

    public long number(String name) {
        return (Long) required(name, values.get(name));
    }

    public int integer(String name) {
        return Math.toIntExact(number(name));
    }

    public @Nullable Long optionalNumber(String name) {
        return (Long) values.get(name);
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public @Nullable Instant optionalInstant(String name) {
        var value = optionalText(name);
        return value == null ? null : Instant.parse(value);
    }

    public byte[] bytes(String name) {
        return (byte[]) required(name, values.get(name));
    }

    public <E extends Enum<E> & WireName> E constant(String name, Class<E> type) {
        return WireName.parse(type, text(name));
    }

    public <E extends Enum<E> & WireName> @Nullable E optionalConstant(String name, Class<E> type) {
        var value = optionalText(name);
        return value == null ? null : WireName.parse(type, value);
    }

    public <T> T json(String name, Class<T> type) {
        return required(name, optionalJson(name, type));
    }

    public <T> @Nullable T optionalJson(String name, Class<T> type) {
        var value = optionalText(name);
        return value == null ? null : Json.MAPPER.readValue(value, type);
    }

    /// A JSON object whose values are all text.
    public Map<String, String> texts(String name) {
        return Json.MAPPER.readValue(text(name), TEXTS);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The row has no '" + name + "'");
        }
        return value;
    }
}
