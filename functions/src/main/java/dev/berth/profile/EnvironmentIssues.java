package dev.berth.profile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Environment variables that cannot be given to a process, or that Berth gives itself. `PATH` may be set.
final class EnvironmentIssues {
    /// Linux takes no single variable of 128 KiB; half of it leaves room for any name.
    static final int MAX_VALUE_BYTES = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");
    private static final Set<String> GIVEN_BY_BERTH = Set.of("HOME", "TMPDIR", "USER", "LOGNAME", "PWD", "OLDPWD");

    private EnvironmentIssues() {}

    static Stream<DraftIssue> of(Map<String, String> environment) {
        return environment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(variable ->
                        Stream.concat(name(variable.getKey()), value(variable.getKey(), variable.getValue())));
    }

    private static Stream<DraftIssue> name(String name) {
        if (!NAME.matcher(name).matches()) {
            return Stream.of(new DraftIssue(
                    pointer(name),
                    "environment_name_invalid",
                    "A variable's name is letters, digits and underscores, and does not begin with a digit.",
                    "Rename the variable."));
        }
        if (name.startsWith("BERTH_") || GIVEN_BY_BERTH.contains(name)) {
            return Stream.of(new DraftIssue(
                    pointer(name),
                    "environment_name_reserved",
                    "Berth itself sets %s and whatever begins with BERTH_.".formatted(given()),
                    "Rename the variable."));
        }
        return Stream.empty();
    }

    private static Stream<DraftIssue> value(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            return Stream.of(new DraftIssue(
                    pointer(name),
                    "environment_value_not_text",
                    "The value has a NUL byte, which no environment can hold.",
                    "Remove the NUL byte, or encode the value."));
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
            return Stream.of(new DraftIssue(
                    pointer(name),
                    "environment_value_too_long",
                    "The value is longer than %d bytes.".formatted(MAX_VALUE_BYTES),
                    "Let the setup script write it to a file."));
        }
        return Stream.empty();
    }

    private static String given() {
        return String.join(", ", GIVEN_BY_BERTH.stream().sorted().toList());
    }

    private static String pointer(String name) {
        return DraftIssue.pointer("/environment", name);
    }
}
