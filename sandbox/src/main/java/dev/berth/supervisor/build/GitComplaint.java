package dev.berth.supervisor.build;

import java.util.List;
import java.util.regex.Pattern;

/// The one line of what git printed that says why it failed: advice follows it, progress precedes it.
public final class GitComplaint {
    private static final Pattern MARK = Pattern.compile("^(fatal|error): ");

    private GitComplaint() {}

    public static String in(List<String> lines) {
        return lines.stream()
                .filter(line -> MARK.matcher(line).find())
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst())
                .map(line -> MARK.matcher(line.strip()).replaceFirst("").replaceFirst("\\.$", ""))
                .orElse("git said nothing");
    }
}
