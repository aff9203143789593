package dev.berth.local.data;

import dev.berth.access.ObjectStore;
import dev.berth.local.data.ObjectLinks.Link;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// Keeps objects as files below a folder.
public final class FolderObjectStore implements ObjectStore {
    private final Path root;
    private final Path incoming;
    private final ObjectLinks links;

    public FolderObjectStore(Path root, ObjectLinks links) throws IOException {
        this.root = root;
        this.incoming = PrivateFiles.createFolder(root.resolve(".incoming"));
        this.links = links;
    }

    public ObjectLinks links() {
        return links;
    }

    @Override
    public void put(String key, byte[] bytes) {
        try {
            var file = new ObjectKey(key).in(root);
            PrivateFiles.createParent(file);
            PrivateFiles.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What came of storing a stream.
    public enum Stored {
        WHOLE,
        TOO_LONG,
        /// It is not what the link was given for.
        OTHER_CONTENT
    }

    /// Stores what a stream holds if it is what the link allows; else nothing is stored.
    public Stored put(Link.Upload link, InputStream content) throws IOException {
        var file = new ObjectKey(link.key()).in(root);
        var temporary = Files.createTempFile(incoming, "", null);
        try {
            var checksum = copy(content, temporary, link.maxBytes());
            if (checksum.isEmpty()) {
                return Stored.TOO_LONG;
            }
            if (link.crc32c() != null && !link.crc32c().equals(checksum.get())) {
                return Stored.OTHER_CONTENT;
            }
            PrivateFiles.createParent(file);
            PrivateFiles.replace(temporary, file);
            return Stored.WHOLE;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(new ObjectKey(key).in(root)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public OptionalLong size(String key) {
        try {
            return OptionalLong.of(Files.size(new ObjectKey(key).in(root)));
        } catch (NoSuchFileException absent) {
            return OptionalLong.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Optional<String> crc32c(String key) {
        try (var content = Files.newInputStream(new ObjectKey(key).in(root))) {
            return copy(content, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<String> keys(String keyPrefix) {
        try {
            return objectsBelow(ObjectKey.folder(root, keyPrefix)).stream()
                    .map(file -> ObjectKey.of(root, file).value())
                    .filter(key -> key.startsWith(keyPrefix))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The file an object is in, to be streamed from.
    public Optional<Path> file(String key) {
        return Optional.of(key)
                .filter(ObjectKey::isValid)
                .map(valid -> new ObjectKey(valid).in(root))
                .filter(Files::isRegularFile);
    }

    @Override
    public URI signedUpload(String key, long maxBytes, Duration validity) {
        return links.upload(new ObjectKey(key), maxBytes, null, validity);
    }

    @Override
    public URI signedUpload(String key, long bytes, String crc32c, Duration validity) {
        return links.upload(new ObjectKey(key), bytes, crc32c, validity);
    }

    @Override
    public URI signedDownload(String key, String contentType, Duration validity) {
        return links.download(new ObjectKey(key), contentType, validity);
    }

    @Override
    public URI signedSandboxDownload(String key, String contentType, Duration validity) {
        return links.sandboxDownload(new ObjectKey(key), contentType, validity);
    }

    @Override
    public void deleteAll(String keyPrefix) {
        try {
            for (var key : keys(keyPrefix)) {
                Files.deleteIfExists(new ObjectKey(key).in(root));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> objectsBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ObjectKey.FILE_SUFFIX))
                    .toList();
        }
    }

    /// On the disk when it returns.
    ///
    /// @return the checksum; empty when there was more than allowed
    private static Optional<String> copy(InputStream content, Path file, long maxBytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var checksum = copy(content, Channels.newOutputStream(channel), maxBytes);
            channel.force(true);
            return checksum;
        }
    }

    private static Optional<String> copy(InputStream content, OutputStream out, long maxBytes) throws IOException {
        var checksum = new CRC32C();
        var buffer = new byte[64 * 1024];
        long total = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            total += read;
            if (total > maxBytes) {
                return Optional.empty();
            }
            checksum.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return Optional.of(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }
}
