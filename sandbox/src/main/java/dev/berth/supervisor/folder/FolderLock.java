package dev.berth.supervisor.folder;

import dev.berth.event.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Holds a sandbox folder for this process, for as long as it lives: a launch that is repeated finds it held.
public final class FolderLock implements AutoCloseable {
    private final FileLock lock;

    private FolderLock(FileLock lock) {
        this.lock = lock;
    }

    /// Takes the folder and writes who has it; empty when another process holds it.
    public static Optional<FolderLock> take(SandboxFolder folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        writeHolder(folder);
        return Optional.of(new FolderLock(lock));
    }

    private static void writeHolder(SandboxFolder folder) throws IOException {
        var part = folder.root().resolve("supervisor.pid.part");
        Files.writeString(part, Json.MAPPER.writeValueAsString(Holder.current()));
        Files.move(part, folder.pid(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    /// The content of `supervisor.pid`. A process id alone is taken again by others; with its start time it is not.
    public record Holder(long pid, long startedAtMillis) {
        static Holder current() {
            var self = ProcessHandle.current();
            return new Holder(
                    self.pid(), self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
        }
    }
}
