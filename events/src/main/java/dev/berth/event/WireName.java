package dev.berth.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/// An enum constant with the name it has outside Java: in JSON, in rows and in logs.
public interface WireName {
    @JsonValue
    String wireName();

    static <E extends Enum<E> & WireName> E parse(Class<E> type, String wireName) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No %s is called '%s'".formatted(type.getSimpleName(), wireName)));
    }
}
