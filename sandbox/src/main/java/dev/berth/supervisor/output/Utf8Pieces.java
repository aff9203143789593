package dev.berth.supervisor.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes a stream piece by piece. What is not UTF-8 is replaced; a code point that a piece cuts off comes with the
/// next one.
final class Utf8Pieces {
    private static final int LONGEST_CODE_POINT_BYTES = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] begun = new byte[0];

    String next(byte[] bytes, int offset, int length) {
        return decode(withBegun(bytes, offset, length), false);
    }

    /// The rest: a code point that was begun and never ended, replaced.
    String end() {
        return decode(ByteBuffer.wrap(begun), true);
    }

    /// The bytes of a code point that was begun, taken out.
    byte[] takeBegun() {
        var taken = begun;
        begun = new byte[0];
        return taken;
    }

    private ByteBuffer withBegun(byte[] bytes, int offset, int length) {
        if (begun.length == 0) {
            return ByteBuffer.wrap(bytes, offset, length);
        }
        return ByteBuffer.allocate(begun.length + length)
                .put(begun)
                .put(bytes, offset, length)
                .flip();
    }

    private String decode(ByteBuffer in, boolean last) {
        var out = CharBuffer.allocate(in.remaining() + LONGEST_CODE_POINT_BYTES);
        decoder.reset();
        decoder.decode(in, out, last);
        if (last) {
            decoder.flush(out);
        }
        begun = new byte[in.remaining()];
        in.get(begun);
        return out.flip().toString();
    }
}
