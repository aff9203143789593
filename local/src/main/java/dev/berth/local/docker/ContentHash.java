package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.event.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SortedMap;

/// Names files by what is in them.
final class ContentHash {
    private static final int CHARACTERS = 12;

    private ContentHash() {}

    static String of(SortedMap<String, byte[]> files) {
        var digest = Sha256.digest();
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(UTF_8));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, CHARACTERS);
    }
}
