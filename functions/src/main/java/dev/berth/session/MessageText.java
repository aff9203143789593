package dev.berth.session;

import java.nio.charset.StandardCharsets;

/// What a message or a task may be: at most 64 KiB of UTF-8, not blank, and nothing that cannot be given to a program.
final class MessageText {
    static final int MAX_BYTES = 64 * 1024;
    private static final int TITLE_LENGTH = 80;

    private MessageText() {}

    static String checked(String pointer, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw SessionProblems.tooLong(pointer, MAX_BYTES);
        }
        if (text.indexOf('\0') >= 0) {
            throw SessionProblems.holdsNul(pointer);
        }
        return text;
    }

    /// The first line that says something, shortened.
    static String title(String text) {
        var line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        if (line.codePointCount(0, line.length()) <= TITLE_LENGTH) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "…";
    }
}
