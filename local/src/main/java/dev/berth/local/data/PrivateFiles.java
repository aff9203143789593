package dev.berth.local.data;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner can read, where the file system knows owners.
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    public static Path createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
        return folder;
    }

    static void createParent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent != null) {
            createFolder(parent);
        }
    }

    /// Writes a whole file at once: whoever reads it sees the old content or the new, also after a crash.
    public static void write(Path file, byte[] content) throws IOException {
        var incoming = Files.createTempFile(file.resolveSibling(""), ".incoming-", null, permissions("rw-------"));
        try {
            try (var channel = FileChannel.open(incoming, WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            replace(incoming, file);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    static void replace(Path incoming, Path file) throws IOException {
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
