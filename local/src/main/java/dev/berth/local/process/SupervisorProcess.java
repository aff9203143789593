package dev.berth.local.process;

import dev.berth.event.Json;
import dev.berth.supervisor.folder.FolderLock.Holder;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Finds the supervisor that holds a sandbox's folder.
final class SupervisorProcess {
    /// Start times are computed from the time of boot, which is known to the second only.
    private static final long START_TIME_BLUR_MILLIS = 2_000;

    private SupervisorProcess() {}

    static Optional<ProcessHandle> living(SandboxFolder folder) {
        return holder(folder)
                .flatMap(holder -> ProcessHandle.of(holder.pid()).filter(process -> isSame(process, holder, folder)))
                .filter(SupervisorProcess::isAlive);
    }

    static Optional<Holder> holder(SandboxFolder folder) {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(folder.pid()), Holder.class));
        } catch (IOException | JacksonException notWrittenYet) {
            return Optional.empty();
        }
    }

    /// Alive, and not merely waiting for a parent that never asks how it ended.
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && ProcessStat.of(process.pid()).stream().noneMatch(ProcessStat::isZombie);
    }

    /// After a clock was set, start times read before and after differ: then its arguments tell, which name a folder
    /// that no other process is given.
    private static boolean isSame(ProcessHandle process, Holder holder, SandboxFolder folder) {
        return startedAbout(process, holder.startedAtMillis()) || isGiven(process, folder.root());
    }

    private static boolean startedAbout(ProcessHandle process, long millis) {
        return process.info()
                .startInstant()
                .filter(start -> Math.abs(start.toEpochMilli() - millis) <= START_TIME_BLUR_MILLIS)
                .isPresent();
    }

    private static boolean isGiven(ProcessHandle process, Path folder) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(folder.toString()::equals);
    }
}
