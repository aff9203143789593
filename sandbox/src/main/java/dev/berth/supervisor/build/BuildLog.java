package dev.berth.supervisor.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/// What a build prints, readable while it runs, up to a limit.
public final class BuildLog implements AutoCloseable {
    private static final long MAX_BYTES = 10L * 1024 * 1024;
    private static final int LAST_BYTES = 2_000;
    private static final int LAST_LINES = 5;

    private final OutputStream out;
    private final StringBuilder last = new StringBuilder();
    private long written;

    /// @param out not to be used by others meanwhile; closed with this
    public BuildLog(OutputStream out) {
        this.out = out;
    }

    public void line(String text) throws IOException {
        append((text + "\n").getBytes(UTF_8));
    }

    /// Takes a stream to its end.
    public void copy(InputStream output) throws IOException {
        var buffer = new byte[8192];
        for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
            append(Arrays.copyOf(buffer, read));
        }
    }

    /// What was printed last, for a failure to quote; also of what was too much for the file.
    public synchronized List<String> lastLines() {
        var lines = recentLines();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /// Some more of that, for a reason to be found in.
    synchronized List<String> recentLines() {
        return last.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    public synchronized void append(byte[] bytes) throws IOException {
        last.append(new String(bytes, UTF_8));
        last.delete(0, Math.max(0, last.length() - LAST_BYTES));
        if (written < MAX_BYTES) {
            var fitting = (int) Math.min(bytes.length, MAX_BYTES - written);
            out.write(bytes, 0, fitting);
            out.flush();
            written += fitting;
            if (written == MAX_BYTES) {
                out.write("\n… the log is full; the rest of the output is not kept\n".getBytes(UTF_8));
            }
        }
    }
}
