package dev.berth.supervisor.archive;

/// Patterns as `find` takes them.
final class Patterns {
    private Patterns() {}

    /// Matches this and nothing else.
    static String literal(String path) {
        return path.replaceAll("([\\\\*?\\[])", "\\\\$1");
    }
}
