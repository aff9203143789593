package dev.berth.local.data;

import dev.berth.access.SecretVault;
import dev.berth.event.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps each secret in a file of its own, encrypted. The key lies beside them: this keeps secrets out of backups of
/// single files and out of sight, not from whoever can read the whole data folder.
public final class FileSecretVault implements SecretVault {
    private final Path folder;
    private final SecretCipher cipher;

    private FileSecretVault(Path folder, SecretCipher cipher) {
        this.folder = folder;
        this.cipher = cipher;
    }

    public static FileSecretVault open(Path folder) throws IOException {
        var keyFile = folder.resolve("key");
        if (Files.notExists(keyFile)) {
            PrivateFiles.write(keyFile, SecretCipher.newKey());
        }
        return new FileSecretVault(folder, new SecretCipher(Files.readAllBytes(keyFile)));
    }

    @Override
    public synchronized void put(String name, String value) {
        try {
            PrivateFiles.write(file(name), cipher.encrypt(name, value));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized String putIfAbsent(String name, String value) {
        return read(name).orElseGet(() -> {
            put(name, value);
            return value;
        });
    }

    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.of(cipher.decrypt(name, Files.readAllBytes(file(name))));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Names may hold what file names may not.
    private Path file(String name) {
        return folder.resolve(Sha256.hex(name) + ".secret");
    }
}
