package dev.berth.supervisor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final String ACCOUNT = "Uid:";

    public static Optional<ProcessStat> of(long pid) {
        return read(PROC.resolve(Long.toString(pid)));
    }

    /// Whom a process runs as. The owner of its folder in `/proc` may be another: a process can have that made root.
    static Optional<Integer> account(long pid) {
        try (var lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("status"), ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(ACCOUNT))
                    .map(line -> Integer.valueOf(
                            line.substring(ACCOUNT.length()).strip().split("\\s")[0]))
                    .findFirst();
        } catch (IOException | UncheckedIOException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /// The program that a process runs. The kernel tells it of one's own account's processes only; of others' there is
    /// what they were started as, which a process can change.
    public static Optional<Path> program(ProcessHandle process) {
        return process.info()
                .command()
                .or(() -> firstArgument(process.pid()))
                .filter(command -> !command.isEmpty())
                .map(Path::of);
    }

    private static Optional<String> firstArgument(long pid) {
        try {
            var arguments = Files.readString(PROC.resolve(Long.toString(pid)).resolve("cmdline"), ISO_8859_1);
            return Optional.of(arguments.split("\0", 2)[0]);
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
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
