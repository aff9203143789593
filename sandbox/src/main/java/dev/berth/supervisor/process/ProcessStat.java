package dev.berth.supervisor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Linux tells of a process in `/proc`; elsewhere nothing.
///
/// @param session the process that began the session it belongs to
public record ProcessStat(long pid, char state, long session) {
    private static final Path PROC = Path.of("/proc");

    public static Optional<ProcessStat> of(long pid) {
        return read(PROC.resolve(Long.toString(pid)));
    }

    public static List<ProcessStat> ofSession(long session) {
        var members = new ArrayList<ProcessStat>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            processes.forEach(process ->
                    read(process).filter(stat -> stat.session() == session).ifPresent(members::add));
        } catch (IOException notLinux) {
            return List.of();
        }
        return members;
    }

    /// It has ended, and whoever has to take note of that has not.
    public boolean isZombie() {
        return state == 'Z';
    }

    /// `pid (name) state parent group session …`, where the name may hold anything.
    private static Optional<ProcessStat> read(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"), ISO_8859_1);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(new ProcessStat(
                    Long.parseLong(process.getFileName().toString()), fields[0].charAt(0), Long.parseLong(fields[3])));
        } catch (IOException | IndexOutOfBoundsException endedMeanwhile) {
            return Optional.empty();
        }
    }
}
