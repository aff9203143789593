package dev.berth.local.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts who comes by: so a script says that it ran, wherever it does.
final class Visits implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0);
    private final AtomicInteger count = new AtomicInteger();

    Visits() throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.accept().close();
                    count.incrementAndGet();
                }
            } catch (IOException closed) {
                // Nobody comes any more.
            }
        });
    }

    int count() {
        return count.get();
    }

    /// A command of bash.
    ///
    /// @param host this machine as the script sees it
    String visit(String host) {
        return "exec 9<>/dev/tcp/%s/%d; exec 9>&-".formatted(host, socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
