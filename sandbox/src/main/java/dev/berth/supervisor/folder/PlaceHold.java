package dev.berth.supervisor.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Holds a session's place for one process. The sandbox before may still be ending in it, and whoever cleans up behind
/// that one must see that the place has another owner by then. The lock lies beside the place: what is in it comes and
/// goes.
public final class PlaceHold implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private PlaceHold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Empty when another process holds it.
    public static Optional<PlaceHold> take(Path place) throws IOException {
        var file = lockFile(place);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new PlaceHold(file, channel));
    }

    /// For removal when no sandbox of the session is left.
    public static Path lockFile(Path place) {
        return place.resolveSibling(place.getFileName() + ".lock");
    }

    public boolean isOwner(String sandbox) throws IOException {
        return Files.readString(file).equals(sandbox);
    }

    public void own(String sandbox) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(sandbox.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }
}
