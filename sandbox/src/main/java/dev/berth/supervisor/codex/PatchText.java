package dev.berth.supervisor.codex;

import java.util.List;
import java.util.stream.Collectors;

/// What a change of files did, in the form of a diff: codex gives the whole content of a file that is new or gone, and
/// hunks of one that is changed.
final class PatchText {
    private static final String NOTHING = "/dev/null";

    private PatchText() {}

    static String of(List<Item.Change> changes, Paths paths) {
        return changes.stream().map(change -> of(change, paths)).collect(Collectors.joining());
    }

    private static String of(Item.Change change, Paths paths) {
        var path = paths.shown(change.path());
        return switch (change.kind()) {
            case "add" -> header(NOTHING, "b/" + path) + prefixed("+", change.diff());
            case "delete" -> header("a/" + path, NOTHING) + prefixed("-", change.diff());
            default -> header("a/" + path, "b/" + target(change, paths)) + ended(change.diff());
        };
    }

    private static String target(Item.Change change, Paths paths) {
        return paths.shown(change.movedTo() == null ? change.path() : change.movedTo());
    }

    private static String header(String before, String after) {
        return "--- %s%n+++ %s%n".formatted(before, after);
    }

    private static String prefixed(String sign, String content) {
        return content.lines().map(line -> sign + line + "\n").collect(Collectors.joining());
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
