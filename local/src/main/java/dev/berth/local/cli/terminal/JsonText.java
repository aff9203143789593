package dev.berth.local.cli.terminal;

import dev.berth.event.Json;
import tools.jackson.databind.ObjectWriter;

/// JSON for standard output: what would act on a terminal is escaped, which JSON allows anywhere it can stand.
public final class JsonText {
    private static final ObjectWriter PRETTY = Json.MAPPER.writerWithDefaultPrettyPrinter();

    private JsonText() {}

    public static String line(Object value) {
        return escaped(Json.MAPPER.writeValueAsString(value));
    }

    public static String pretty(Object value) {
        return escaped(PRETTY.writeValueAsString(value));
    }

    private static String escaped(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(unit -> {
            if (unit >= 0x7F && Hidden.is(unit) && !Character.isSurrogate((char) unit)) {
                text.append("\\u%04x".formatted(unit));
            } else {
                text.append((char) unit);
            }
        });
        return text.toString();
    }
}
