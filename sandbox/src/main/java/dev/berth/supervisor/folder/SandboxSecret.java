package dev.berth.supervisor.folder;

import dev.berth.event.SecretText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;

/// The secret that the sandbox made for itself. It is on disk before its hash is sent, so that an exchange whose answer
/// was lost can be repeated.
public record SandboxSecret(String value) {
    /// The secret in this file, or a new one that is then in it.
    public static SandboxSecret in(Path file) throws IOException {
        if (!Files.exists(file)) {
            store(file, SecretText.random(new SecureRandom()));
        }
        return new SandboxSecret(Files.readString(file));
    }

    /// Lower-case hex SHA-256.
    public String hash() {
        return SecretText.hash(value);
    }

    @Override
    public String toString() {
        return "SandboxSecret";
    }

    private static void store(Path file, String secret) throws IOException {
        var part = file.resolveSibling("secret.part");
        Files.deleteIfExists(part);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(
                part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
