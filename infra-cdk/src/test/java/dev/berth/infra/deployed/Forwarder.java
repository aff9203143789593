package dev.berth.infra.deployed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A port that containers reach, and behind it the emulator, which listens to this machine only.
final class Forwarder implements AutoCloseable {
    /// As a frame of a WebSocket has it, which from a server's side is plain.
    private static final String WAKE = "{\"wake\":true}";

    private final ServerSocket door;
    private final int port;
    private final AtomicInteger wakes = new AtomicInteger();

    /// @param port of this machine's loopback, where connections go
    Forwarder(InetAddress address, int port) throws IOException {
        this.door = new ServerSocket(0, 0, address);
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    String host() {
        return "%s:%d".formatted(door.getInetAddress().getHostAddress(), door.getLocalPort());
    }

    /// How often a sandbox was woken through here.
    int wakes() {
        return wakes.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException refusedOrClosed) {
                // The next one may be taken.
            }
        }
    }

    private void join(Socket near) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException closed) {
            // Both are.
        }
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16_384];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (new String(buffer, 0, count, StandardCharsets.ISO_8859_1).endsWith(WAKE)) {
                wakes.incrementAndGet();
            }
            to.write(buffer, 0, count);
        }
    }
}
