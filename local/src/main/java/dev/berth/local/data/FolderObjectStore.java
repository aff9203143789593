package dev.berth.local.data;

import dev.berth.access.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

    /// Stores what a stream holds if it is not longer than allowed.
    ///
    /// @return false when it was too long, and nothing was stored
    public boolean put(String key, InputStream content, long maxBytes) throws IOException {
        var file = new ObjectKey(key).in(root);
        var temporary = Files.createTempFile(incoming, "", null);
        try {
            if (!copy(content, temporary, maxBytes)) {
                return false;
            }
            PrivateFiles.createParent(file);
            PrivateFiles.replace(temporary, file);
            return true;
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

    /// The file an object is in, to be streamed from.
    public Optional<Path> file(String key) {
        return Optional.of(key)
                .filter(ObjectKey::isValid)
                .map(valid -> new ObjectKey(valid).in(root))
                .filter(Files::isRegularFile);
    }

    @Override
    public URI signedUpload(String key, long maxBytes, Duration validity) {
        return links.upload(new ObjectKey(key), maxBytes, validity);
    }

    @Override
    public URI signedDownload(String key, String contentType, Duration validity) {
        return links.download(new ObjectKey(key), contentType, validity);
    }

    @Override
    public void deleteAll(String keyPrefix) {
        try {
            for (var file : objectsBelow(ObjectKey.folder(root, keyPrefix))) {
                if (ObjectKey.of(root, file).value().startsWith(keyPrefix)) {
                    Files.deleteIfExists(file);
                }
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

    private static boolean copy(InputStream content, Path file, long maxBytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > maxBytes) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }
}
