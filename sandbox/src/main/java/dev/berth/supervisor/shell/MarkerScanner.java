package dev.berth.supervisor.shell;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/// Finds in a stream where a script's output ends: at a zero byte, the marker, a colon, the exit code, a zero byte.
///
/// The host writes that into the streams themselves, behind all that the script wrote. So the end of a turn needs no
/// end of a pipe, which a process left in the background would hold open.
final class MarkerScanner {
    private static final int LONGEST_CODE = 3;

    private final byte[] start;
    private final Output output;
    private final IntConsumer scriptEnded;
    private int matched;
    private final StringBuilder code = new StringBuilder();

    MarkerScanner(String marker, Output output, IntConsumer scriptEnded) {
        this.start = ("\0" + marker + ":").getBytes(StandardCharsets.US_ASCII);
        this.output = output;
        this.scriptEnded = scriptEnded;
    }

    interface Output {
        void write(byte[] bytes, int offset, int length);
    }

    void scan(byte[] bytes, int length) {
        var plainFrom = 0;
        for (var at = 0; at < length; at++) {
            if (matched == 0 && bytes[at] != 0) {
                continue;
            }
            if (matched == 0) {
                write(bytes, plainFrom, at);
            }
            plainFrom = step(bytes[at]) ? at + 1 : at;
        }
        if (matched == 0) {
            write(bytes, plainFrom, length);
        }
    }

    /// What was held back because it could have become a marker; the stream has ended.
    void finish() {
        giveBack();
    }

    /// Takes a byte as part of a marker; false when it is none, and is to be looked at as output.
    private boolean step(byte next) {
        if (matched < start.length) {
            return matchStart(next);
        }
        if (next == 0 && !code.isEmpty()) {
            end();
            return true;
        }
        if (next >= '0' && next <= '9' && code.length() < LONGEST_CODE) {
            code.append((char) next);
            return true;
        }
        return restart(next);
    }

    private boolean matchStart(byte next) {
        if (next == start[matched]) {
            matched++;
            return true;
        }
        return restart(next);
    }

    private boolean restart(byte next) {
        giveBack();
        matched = next == 0 ? 1 : 0;
        return next == 0;
    }

    private void giveBack() {
        var digits = code.toString().getBytes(StandardCharsets.US_ASCII);
        write(start, 0, matched);
        write(digits, 0, digits.length);
        matched = 0;
        code.setLength(0);
    }

    private void end() {
        var exitCode = Integer.parseInt(code.toString());
        matched = 0;
        code.setLength(0);
        scriptEnded.accept(exitCode);
    }

    private void write(byte[] bytes, int from, int to) {
        if (to > from) {
            output.write(bytes, from, to - from);
        }
    }
}
