package dev.berth.function;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads environment variables, and remembers all that is wrong with them before it complains.
final class EnvironmentReader {
    private static final String NOWHERE = "https://invalid";

    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    EnvironmentReader(Map<String, String> variables) {
        this.variables = variables;
    }

    String text(String name) {
        var value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            faults.add(name + " is missing");
        }
        return value;
    }

    String url(String name, String... schemes) {
        var value = text(name);
        if (value.isEmpty()) {
            return NOWHERE;
        }
        if (!isUrl(value, List.of(schemes)) || value.endsWith("/")) {
            faults.add("%s is '%s' and has to be a URL that begins with %s:// and has no slash at its end"
                    .formatted(name, value, String.join(":// or ", schemes)));
            return NOWHERE;
        }
        return value;
    }

    String arn(String name) {
        var value = text(name);
        if (!value.isEmpty() && !value.startsWith("arn:")) {
            faults.add("%s is '%s' and has to be an ARN".formatted(name, value));
        }
        return value;
    }

    /// Separated by commas.
    List<String> list(String name) {
        return Stream.of(text(name).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    String oneOf(String name, String... values) {
        var value = text(name);
        if (!value.isEmpty() && !List.of(values).contains(value)) {
            faults.add("%s is '%s' and has to be %s".formatted(name, value, String.join(" or ", values)));
        }
        return value;
    }

    void requireFaultless() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The function's environment is wrong; deploy Berth again. " + String.join(". ", faults) + ".");
        }
    }

    private static boolean isUrl(String value, List<String> schemes) {
        try {
            var url = new URI(value);
            return schemes.contains(url.getScheme()) && url.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
