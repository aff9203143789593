package dev.berth.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything a control plane on one machine knows, held by one process at a time.
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Makes the folder if it is not there, and takes it.
    ///
    /// @throws DataFolderInUseException when another process has it
    public static DataFolder open(Path folder) throws IOException {
        var root = PrivateFiles.createFolder(folder.toAbsolutePath().normalize());
        var channel = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderInUseException(root, holder(root));
        }
        PrivateFiles.write(
                root.resolve("pid"),
                Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8));
        return new DataFolder(root, channel);
    }

    public Path root() {
        return root;
    }

    public Path database() throws IOException {
        return PrivateFiles.createFolder(root.resolve("dynamodb"));
    }

    public Path objects() throws IOException {
        return PrivateFiles.createFolder(root.resolve("objects"));
    }

    public Path secrets() throws IOException {
        return PrivateFiles.createFolder(root.resolve("secrets"));
    }

    /// Where sessions have their workspaces while they run.
    public Path places() throws IOException {
        return PrivateFiles.createFolder(root.resolve("places"));
    }

    public Path sandboxes() throws IOException {
        return PrivateFiles.createFolder(root.resolve("sandboxes"));
    }

    public Path snapshots() throws IOException {
        return PrivateFiles.createFolder(root.resolve("snapshots"));
    }

    /// What sandboxes were when it was last started, for the next start.
    public Path driverFile() {
        return root.resolve("driver");
    }

    /// Names this folder among others that share an engine.
    public Path installationFile() {
        return root.resolve("installation");
    }

    /// Where the control plane answers, for clients that are told nothing else.
    public Path urlFile() {
        return root.resolve("url");
    }

    /// The first administrator's API key.
    public Path adminKeyFile() {
        return root.resolve("admin-key");
    }

    /// Lets the next process have it.
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path root) {
        try {
            return Files.readString(root.resolve("pid"), UTF_8).trim();
        } catch (IOException unknown) {
            return "unknown";
        }
    }
}
