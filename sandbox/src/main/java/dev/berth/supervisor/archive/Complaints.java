package dev.berth.supervisor.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What programs said that could not read everything. What came and went while they looked is not missed.
final class Complaints {
    private static final int LINES_AT_MOST = 5;
    private static final int READ_BYTES = 64 * 1024;
    private static final String VANISHED = "No such file or directory";

    private final List<String> lines = new ArrayList<>();

    void add(Path errors) throws IOException {
        try (var in = Files.newInputStream(errors)) {
            new String(in.readNBytes(READ_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.endsWith(VANISHED))
                    .limit(Math.max(0, LINES_AT_MOST - lines.size()))
                    .forEach(lines::add);
        }
    }

    Optional<String> text() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lines));
    }
}
