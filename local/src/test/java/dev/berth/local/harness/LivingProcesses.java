package dev.berth.local.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes that have to do with a folder: it is in their arguments, or they work below it.
final class LivingProcesses {
    private LivingProcesses() {}

    static List<ProcessHandle> of(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> concerns(process, folder.toString()))
                .toList();
    }

    /// The supervisor, where there is one.
    static Optional<ProcessHandle> supervisor(Path folder) {
        return of(folder).stream()
                .filter(process -> commandLine(process).contains("dev.berth.supervisor.Main"))
                .filter(process -> commandLine(process).contains("--folder"))
                .findFirst();
    }

    private static boolean concerns(ProcessHandle process, String folder) {
        return !isZombie(process)
                && (commandLine(process).contains(folder)
                        || workingDirectory(process).startsWith(folder));
    }

    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return process.info().commandLine().orElse("");
        }
    }

    private static String workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .toString();
        } catch (IOException notLinuxOrGone) {
            return "";
        }
    }

    private static boolean isZombie(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.anyMatch(line -> line.startsWith("State:\tZ"));
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
