package dev.berth.local.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes down each point that this process passes, and ends it at one of those it was given, as `kill -9` does.
final class KillSwitch implements Points {
    private static final int KILLED = 137;

    private final Path trace;
    private final List<Kill> armed;
    private final Map<String, Integer> passings = new HashMap<>();

    /// @param trace goes on where earlier lives ended, and so do the counts
    KillSwitch(Path trace, List<Kill> armed) throws IOException {
        this.trace = trace;
        this.armed = armed;
        Trace.read(trace).all().forEach(kill -> passings.merge(kill.point(), 1, Integer::sum));
    }

    @Override
    public synchronized void pass(String point) {
        var kill = new Kill(point, passings.merge(point, 1, Integer::sum));
        var fatal = armed.contains(kill);
        write(fatal ? "killed " + kill : "passed " + kill);
        if (fatal) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private void write(String line) {
        try {
            Files.write(trace, (line + "\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
