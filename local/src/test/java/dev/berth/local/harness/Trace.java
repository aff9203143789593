package dev.berth.local.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the control planes of one scenario wrote down.
///
/// @param passed every passing of a point that nobody died at, in order
/// @param killed where they died, in order
record Trace(List<Kill> passed, List<Kill> killed) {
    private static final String PASSED = "passed ";
    private static final String KILLED = "killed ";

    static Trace read(Path file) throws IOException {
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        return new Trace(of(lines, PASSED), of(lines, KILLED));
    }

    Stream<Kill> all() {
        return Stream.concat(passed.stream(), killed.stream());
    }

    private static List<Kill> of(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> Kill.parse(line.substring(kind.length())))
                .toList();
    }
}
