package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/// Names files by what is in them.
final class ContentHash {
    private static final int CHARACTERS = 12;

    private ContentHash() {}

    static String of(SortedMap<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(UTF_8));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
