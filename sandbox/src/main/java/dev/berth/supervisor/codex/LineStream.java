package dev.berth.supervisor.codex;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// One line of a stream as a stream of its own, through a [LineFilter].
final class LineStream extends InputStream {
    private static final int ROOM = 8192;

    private final InputStream in;
    private final LineFilter filter;
    private final int maxBytes;
    private byte[] ready = new byte[ROOM];
    private int readyFrom;
    private int readyTo;
    private int bytes;
    private boolean ended;
    private boolean streamEnded;

    /// @param in buffered: it is read byte by byte
    LineStream(InputStream in, int maxStringBytes, int maxBytes) {
        this.in = in;
        this.filter = new LineFilter(maxStringBytes, this::keep);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (readyFrom == readyTo) {
            fill();
        }
        var count = Math.min(length, readyTo - readyFrom);
        if (count == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(ready, readyFrom, target, offset, count);
        readyFrom += count;
        return count;
    }

    /// Goes to the line's end; false when the stream ended before it.
    boolean skipRest() throws IOException {
        while (!ended) {
            next();
        }
        return !streamEnded;
    }

    private void fill() throws IOException {
        readyFrom = 0;
        readyTo = 0;
        while (readyTo < ROOM && !ended) {
            var next = next();
            if (!ended) {
                filter.accept((byte) next);
            }
        }
        bytes += readyTo;
        if (bytes > maxBytes) {
            throw new IOException("a line of more than %d bytes".formatted(maxBytes));
        }
    }

    private int next() throws IOException {
        var next = in.read();
        streamEnded = next < 0;
        ended = streamEnded || next == '\n';
        return next;
    }

    private void keep(byte next) {
        if (readyTo == ready.length) {
            ready = Arrays.copyOf(ready, ready.length + ROOM);
        }
        ready[readyTo++] = next;
    }
}
