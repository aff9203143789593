package dev.berth.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where in the workspace a repository goes: a relative path of plain names.
final class RepositoryPath {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._+@][A-Za-z0-9._+@-]{0,99}");

    private RepositoryPath() {}

    /// What is wrong with a path by itself.
    static Optional<String> fault(String path) {
        if (path.isEmpty()) {
            return Optional.of("The path is empty.");
        }
        if (path.startsWith("/")) {
            return Optional.of("The path is absolute.");
        }
        for (var name : path.split("/", -1)) {
            var fault = faultOfName(name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfName(String name) {
        if (name.isEmpty() || name.equals(".")) {
            return Optional.of("The path has a part that names nothing.");
        }
        if (name.equals("..")) {
            return Optional.of("The path leaves the workspace by '..'.");
        }
        if (name.equalsIgnoreCase(".git")) {
            return Optional.of("The path goes into a '.git' folder, whose files git runs and obeys.");
        }
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("A part of the path has characters other than letters, digits and . _ + @ -, begins"
                        + " with a dash, or is longer than 100 characters.");
    }

    /// Both name the same folder, or one is inside the other. Some file systems do not tell upper from lower case.
    static boolean collide(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT) + "/";
        var second = other.toLowerCase(Locale.ROOT) + "/";
        return first.startsWith(second) || second.startsWith(first);
    }
}
