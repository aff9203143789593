package dev.berth.local.up;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.up.UpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Which port to listen on: the one asked for, else the one of last time, which living sandboxes still call.
final class Port {
    private Port() {}

    /// @param asked 0 for any that is free
    /// @param urlFile names the address of last time, if there was one
    static int choose(@Nullable Integer asked, Path urlFile) throws IOException {
        if (asked != null && asked != 0) {
            return asked;
        }
        var last = ofLastTime(urlFile);
        if (last.isPresent()) {
            return last.getAsInt();
        }
        return asked == null ? UpSettings.DEFAULT_PORT : free();
    }

    static CommandFailure taken(int port) {
        return new CommandFailure(
                "Another program listens on port " + port + " of this machine.",
                "End that program, or choose another port with '--port PORT'; '--port 0' takes a free one.",
                ExitCode.FAILED,
                null);
    }

    private static OptionalInt ofLastTime(Path urlFile) throws IOException {
        return Files.exists(urlFile)
                ? OptionalInt.of(URI.create(Files.readString(urlFile).strip()).getPort())
                : OptionalInt.empty();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
