package dev.berth.profile;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which names git takes for a branch: the rules of `git check-ref-format --branch`.
final class BranchName {
    /// Control characters, space, and what revision expressions and refspecs use.
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//");

    private BranchName() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && !name.startsWith("-")
                && !name.equals("HEAD")
                && !name.startsWith("/")
                && !name.endsWith("/")
                && !name.endsWith(".")
                && !FORBIDDEN.matcher(name).find()
                && Stream.of(name.split("/")).noneMatch(part -> part.startsWith(".") || part.endsWith(".lock"));
    }
}
