package dev.berth.store;

import dev.berth.event.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A place in one list, opaque to whoever carries it: the sort key of the last item seen, after a checksum of it and of
/// the list, so that what was altered or belongs to another list is told from a cursor.
final class Cursor {
    private static final int CHECKSUM_BYTES = 6;

    private Cursor() {}

    static String encode(String list, String sortKey) {
        var position = sortKey.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(CHECKSUM_BYTES + position.length)
                .put(checksum(list, position))
                .put(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @return the sort key
    /// @throws InvalidCursorException when it is not a cursor of this list
    static String decode(String list, String cursor) {
        var bytes = bytes(cursor);
        if (bytes.length <= CHECKSUM_BYTES) {
            throw new InvalidCursorException();
        }
        var position = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
        if (!Arrays.equals(checksum(list, position), Arrays.copyOf(bytes, CHECKSUM_BYTES))) {
            throw new InvalidCursorException();
        }
        return new String(position, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidCursorException();
        }
    }

    private static byte[] checksum(String list, byte[] position) {
        var digest = Sha256.digest();
        digest.update(list.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(position), CHECKSUM_BYTES);
    }
}
