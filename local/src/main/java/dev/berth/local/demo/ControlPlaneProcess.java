package dev.berth.local.demo;

import dev.berth.local.cli.BerthCommand;
import dev.berth.local.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `berth up` as a child process. Whatever ends this JVM but `kill -9` also ends the child, cleanly.
public final class ControlPlaneProcess implements AutoCloseable {
    private static final String READY = "Berth is ready at ";
    private static final int STOP_SECONDS = 45;

    private final Process process;
    private final Thread hook;
    private String url = "";

    private ControlPlaneProcess(Process process) {
        this.process = process;
        this.hook = new Thread(() -> stop(process), "stop the demo's control plane");
    }

    public static ControlPlaneProcess start(Path dataFolder) {
        try {
            Path log = Files.createDirectories(dataFolder).resolve("demo-control-plane.log");
            ProcessBuilder builder =
                    new ProcessBuilder(command(dataFolder)).redirectError(Redirect.appendTo(log.toFile()));
            ControlPlaneProcess started = new ControlPlaneProcess(builder.start());
            Runtime.getRuntime().addShutdownHook(started.hook);
            started.awaitReady(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the control plane", e);
        }
    }

    public String url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        stop(process);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM is ending, and the hook does nothing twice
        }
    }

    /// As this JVM was started, so that both agree on everything.
    private static List<String> command(Path dataFolder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BerthCommand.class.getName()));
        command.addAll(List.of("up", "--port", "0", "--data", dataFolder.toString(), "--driver", "process"));
        return command;
    }

    private void awaitReady(Path log) {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(said -> {}));
                    url = line.substring(READY.length()).strip();
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
        throw new CommandFailure("The control plane did not start:\n" + lastLines(log), "Its log is " + log + ".");
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
