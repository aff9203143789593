package dev.berth.local.harness;

import dev.berth.local.PackagedBerth;
import dev.berth.local.cli.up.UpSettings.Driver;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A control plane in a process of its own, started again on the same data folder as often as it dies.
final class ControlPlaneChild implements Client.Server, AutoCloseable {
    private static final int KILLED = 137;
    private static final int STOP_SECONDS = 90;
    private final Path root;
    private final int port;
    private final Driver driver;
    private final List<Kill> kills;
    private @Nullable Process process;

    ControlPlaneChild(Path root, Driver driver, List<Kill> kills) throws IOException {
        this.root = Files.createDirectories(root);
        this.driver = driver;
        this.port = freePort();
        this.kills = kills;
    }

    Client client() {
        return new Client(URI.create("http://127.0.0.1:" + port), this);
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Sandboxes sandboxes() {
        return Sandboxes.of(driver, data());
    }

    Trace trace() throws IOException {
        return Trace.read(root.resolve("trace"));
    }

    @Override
    public String adminKey() throws IOException {
        return Files.readString(data().resolve("admin-key")).strip();
    }

    /// Comes back when it answers; starts it as often as it dies on the way.
    @Override
    public synchronized void ensureRunning() throws IOException, InterruptedException {
        while (process == null || !process.isAlive()) {
            if (process != null && process.exitValue() != KILLED) {
                throw new IllegalStateException("The control plane ended with " + process.exitValue() + ":\n" + log());
            }
            process = start();
            awaitReady(process);
        }
    }

    /// Ends it as `kill -9` does.
    synchronized void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /// Ends it as Ctrl-C does. It may die on the way, where it was told to.
    synchronized void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The control plane does not end:\n" + log());
        }
        process = null;
    }

    /// Ends it and every sandbox of it.
    @Override
    public void close() throws InterruptedException {
        kill();
        sandboxes().clear();
    }

    private Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PackagedBerth.controlPlaneOptions());
        command.add("-Xmx256m");
        command.addAll(List.of("-cp", classPath(), KillableControlPlane.class.getName()));
        command.addAll(List.of(
                data().toString(), Integer.toString(port), root.resolve("trace").toString(), driver.name()));
        var died = trace().killed();
        kills.stream().filter(kill -> !died.contains(kill)).map(Kill::toString).forEach(command::add);
        var builder = new ProcessBuilder(command);
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.redirectError(Redirect.appendTo(root.resolve("log").toFile()))
                .start();
    }

    /// What is packaged, then what the tests add to it.
    private static String classPath() {
        return PackagedBerth.classPath() + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static void awaitReady(Process process) throws IOException, InterruptedException {
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(KillableControlPlane.READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return;
            }
        }
        process.waitFor();
    }

    private String log() {
        try {
            return Files.readString(root.resolve("log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
