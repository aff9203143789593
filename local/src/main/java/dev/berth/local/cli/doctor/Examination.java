package dev.berth.local.cli.doctor;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.ControlPlaneHealth;
import dev.berth.local.cli.api.DataFolder;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.docker.EngineAddress;
import dev.berth.local.docker.EngineProbe;
import dev.berth.supervisor.codex.CodexProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at this machine.
final class Examination {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final DataFolder data;

    Examination(Invocation invocation) {
        data = invocation.dataFolder();
    }

    Machine machine() {
        return new Machine(
                Runtime.version().feature(),
                Probe.firstLine("git", "--version"),
                Probe.firstLine("bash", "--version"),
                namespaces(),
                EngineProbe.version(EngineAddress.find(System.getenv())),
                Probe.firstLine("node", "--version"),
                codex(),
                freeBytes(),
                portFree(),
                data.driver(),
                new Machine.Data(data.path(), data.exists(), Files.isWritable(standing()), keyPrivate(), answering()));
    }

    /// As the codex runtime finds it. With its folder among temporary ones it leaves nothing there.
    private static Optional<String> codex() {
        Map<String, String> environment = Map.of("CODEX_HOME", System.getProperty("java.io.tmpdir"));
        return CodexProgram.on(System.getenv().getOrDefault("PATH", ""))
                .flatMap(program -> Probe.firstLine(environment, program.toString(), "--version"));
    }

    /// As the process driver does it.
    private static boolean namespaces() {
        return Probe.succeeds(
                "setpriv",
                "--pdeathsig",
                "KILL",
                "unshare",
                "--user",
                "--map-current-user",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "true");
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(standing()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The data folder, or the nearest folder above it that there is.
    private Path standing() {
        Path path = data.path().toAbsolutePath();
        while (!Files.isDirectory(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private static boolean portFree() {
        try (ServerSocket socket = new ServerSocket(UpSettings.DEFAULT_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean keyPrivate() {
        Path key = data.path().resolve("admin-key");
        PosixFileAttributeView view = Files.getFileAttributeView(key, PosixFileAttributeView.class);
        if (view == null || !Files.exists(key)) {
            return true;
        }
        try {
            return OWNER_ONLY.containsAll(view.readAttributes().permissions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answering() {
        return data.url().map(ControlPlaneHealth::answers).orElse(false);
    }
}
