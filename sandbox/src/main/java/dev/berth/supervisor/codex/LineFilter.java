package dev.berth.supervisor.codex;

/// Passes on the bytes of one line of JSON, changed where they could do harm: a string over the limit loses its end,
/// and an escape that names half a character, which nothing could store, names the replacement character instead.
final class LineFilter {
    private static final byte[] ELLIPSIS = {(byte) 0xE2, (byte) 0x80, (byte) 0xA6};
    private static final byte[] REPLACEMENT = {'\\', 'u', 'f', 'f', 'f', 'd'};

    private final int maxStringBytes;
    private final Output output;
    private final byte[] escape = new byte[REPLACEMENT.length];
    private int escapeBytes;
    private boolean inString;
    private int stringBytes;
    private boolean cut;

    LineFilter(int maxStringBytes, Output output) {
        this.maxStringBytes = maxStringBytes;
        this.output = output;
    }

    interface Output {
        void write(byte next);
    }

    void accept(byte next) {
        if (!inString) {
            inString = next == '"';
            stringBytes = 0;
            cut = false;
            output.write(next);
        } else if (escapeBytes > 0 || next == '\\') {
            escape(next);
        } else if (next == '"') {
            inString = false;
            output.write(next);
        } else {
            text(next);
        }
    }

    private void escape(byte next) {
        escape[escapeBytes++] = next;
        var length = escapeBytes > 1 && escape[1] == 'u' ? REPLACEMENT.length : 2;
        if (escapeBytes < length) {
            return;
        }
        escapeBytes = 0;
        if (hasRoomFor(length)) {
            write(length > 2 && namesHalfACharacter() ? REPLACEMENT : escape, length);
        }
    }

    /// `\ud800` to `\udfff`
    private boolean namesHalfACharacter() {
        return Character.toLowerCase(escape[2]) == 'd' && Character.digit(escape[3], 16) >= 8;
    }

    private void text(byte next) {
        var startsCharacter = (next & 0xC0) != 0x80;
        if (startsCharacter ? hasRoomFor(1) : !cut) {
            stringBytes++;
            output.write(next);
        }
    }

    private boolean hasRoomFor(int more) {
        if (!cut && stringBytes + more > maxStringBytes) {
            cut = true;
            write(ELLIPSIS, ELLIPSIS.length);
        }
        return !cut;
    }

    private void write(byte[] bytes, int length) {
        stringBytes += length;
        for (var at = 0; at < length; at++) {
            output.write(bytes[at]);
        }
    }
}
