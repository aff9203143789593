package dev.berth.supervisor.codex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The newest part of a stream, for when its program ends and that has to be explained.
final class LastWords implements Runnable {
    private static final int BYTES = 2048;
    private static final int LINES = 5;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private final InputStream in;
    private final byte[] newest = new byte[BYTES];
    private int count;

    LastWords(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        var chunk = new byte[BYTES];
        try (in) {
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                keep(chunk, read);
            }
        } catch (IOException closed) {
            // The program was killed; what it had written before was read.
        }
    }

    /// Its last lines, without colours.
    synchronized String text() {
        var text = COLOURS.matcher(new String(newest, 0, count, StandardCharsets.UTF_8))
                .replaceAll("");
        var lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private synchronized void keep(byte[] chunk, int length) {
        var kept = Math.min(count, BYTES - length);
        System.arraycopy(newest, count - kept, newest, 0, kept);
        System.arraycopy(chunk, 0, newest, kept, length);
        count = kept + length;
    }
}
