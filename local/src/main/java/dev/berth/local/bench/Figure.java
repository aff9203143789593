package dev.berth.local.bench;

import org.jspecify.annotations.Nullable;

/// One thing that was measured.
///
/// @param part which question it answers
/// @param name what it is
/// @param unit of the value
/// @param aim what it should be, where that is decided
public record Figure(
        String part,
        String name,
        double value,
        String unit,
        @Nullable String aim) {

    public static Figure of(String part, String name, double value, String unit) {
        return new Figure(part, name, value, unit, null);
    }

    public Figure aiming(String aimed) {
        return new Figure(part, name, value, unit, aimed);
    }
}
