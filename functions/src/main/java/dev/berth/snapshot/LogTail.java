package dev.berth.snapshot;

/// The end of a build's log, as much of it as an answer holds.
final class LogTail {
    static final int MAX_CHARACTERS = 256 * 1024;

    private LogTail() {}

    /// Cut at the beginning of a line where there is one.
    static String of(String log) {
        if (log.length() <= MAX_CHARACTERS) {
            return log;
        }
        var tail = log.substring(log.length() - MAX_CHARACTERS);
        var nextLine = tail.indexOf('\n') + 1;
        var firstLine = nextLine == tail.length() ? 0 : nextLine;
        return "[%d characters before this are left out]\n%s"
                .formatted(log.length() - tail.length() + firstLine, tail.substring(firstLine));
    }
}
