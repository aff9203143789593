package dev.berth.supervisor.shell;

import dev.berth.event.OutputStreamName;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The bash that runs the scripts one after the other, and that all they leave in the background belongs to.
final class ShellHost {
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final int STREAMS = 2;
    private static final long READY_WITHIN_SECONDS = 15;

    private final ProcessTree tree;
    private final String marker;
    private final Listener listener;
    private final CountDownLatch streamsOpen = new CountDownLatch(STREAMS);
    private final CountDownLatch ready = new CountDownLatch(1);
    private int streamsAtMarker;
    private Set<ProcessHandle> beforeScript = Set.of();

    ShellHost(ProcessTree tree, String marker, Listener listener) {
        this.tree = tree;
        this.marker = marker;
        this.listener = listener;
    }

    interface Listener {
        void output(OutputStreamName stream, byte[] bytes, int offset, int length);

        /// Everything the script itself wrote was passed on.
        void scriptEnded(int exitCode);

        /// The host is no more, and everything it wrote was passed on.
        void gone(int exitCode);
    }

    /// Returns when it can run a script: from then on, what is not there yet belongs to the script.
    void begin() throws IOException, InterruptedException {
        read(OutputStreamName.STDOUT, tree.process().getInputStream());
        read(OutputStreamName.STDERR, tree.process().getErrorStream());
        write(marker);
        if (!ready.await(READY_WITHIN_SECONDS, TimeUnit.SECONDS) || !alive()) {
            tree.kill();
            throw new IOException("bash does not answer");
        }
    }

    boolean alive() {
        return tree.process().isAlive();
    }

    void runScript() throws IOException {
        beforeScript = tree.descendants();
        write("run");
    }

    /// What earlier scripts left in the background is spared.
    void endScript(Deadline grace) throws InterruptedException {
        tree.endAllBut(beforeScript, grace);
    }

    void kill() throws InterruptedException {
        tree.kill();
    }

    private void write(String line) throws IOException {
        var input = tree.process().getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    private void read(OutputStreamName name, InputStream stream) {
        var scanner = new MarkerScanner(
                marker, (bytes, offset, length) -> listener.output(name, bytes, offset, length), this::streamAtMarker);
        Thread.ofPlatform().daemon().name("shell " + name.wireName()).start(() -> {
            try {
                readAll(stream, scanner);
            } finally {
                streamClosed();
            }
        });
    }

    private static void readAll(InputStream stream, MarkerScanner scanner) {
        var chunk = new byte[CHUNK_BYTES];
        try {
            for (var read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                scanner.scan(chunk, read);
            }
        } catch (IOException closed) {
            // The process was killed; what it had written before was read.
        }
        scanner.finish();
    }

    private void streamAtMarker(int exitCode) {
        synchronized (this) {
            streamsAtMarker++;
            if (streamsAtMarker < STREAMS) {
                return;
            }
            streamsAtMarker = 0;
        }
        if (ready.getCount() > 0) {
            ready.countDown();
        } else {
            listener.scriptEnded(exitCode);
        }
    }

    private void streamClosed() {
        streamsOpen.countDown();
        if (streamsOpen.getCount() == 0) {
            ready.countDown();
            listener.gone(tree.process().onExit().join().exitValue());
        }
    }
}
