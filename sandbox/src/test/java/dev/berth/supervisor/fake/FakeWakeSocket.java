package dev.berth.supervisor.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// As much of a WebSocket server as it takes to send "wake up" to whoever connects.
public final class FakeWakeSocket implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    /// A text frame, final, two bytes long, without mask: `{}`.
    private static final byte[] WAKE = {(byte) 0x81, 2, '{', '}'};

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    public FakeWakeSocket() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "ws://127.0.0.1:%d/sandbox/v1/socket".formatted(server.getLocalPort());
    }

    /// The `Authorization` header of each connection so far.
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    public void wake() {
        connections.removeIf(connection -> !woken(connection));
    }

    private static boolean woken(Socket connection) {
        try {
            connection.getOutputStream().write(WAKE);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    public void dropAll() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                shakeHands(server.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void shakeHands(Socket connection) throws IOException {
        var request = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        var key = "";
        for (var line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                key = line.substring("Sec-WebSocket-Key: ".length());
            }
            if (line.startsWith("Authorization: ")) {
                authorizations.add(line.substring("Authorization: ".length()));
            }
        }
        connection
                .getOutputStream()
                .write(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"
                                .formatted(accepted(key))
                                .getBytes(StandardCharsets.US_ASCII));
        connections.add(connection);
    }

    private static String accepted(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropAll();
    }
}
