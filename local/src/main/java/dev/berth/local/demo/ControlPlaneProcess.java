package dev.berth.local.demo;

import dev.berth.local.cli.BerthCommand;
import dev.berth.local.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `berth up` as a child process, which ends with this JVM.
public final class ControlPlaneProcess implements AutoCloseable {
    private static final String READY = "Berth is ready at ";
    private static final String NOTICE = "Sandboxes: ";
    private static final int LOG_LINES = 5;

    private final ChildProcess child;
    private final long pid;
    private final String url;
    private final Path log;

    private ControlPlaneProcess(ChildProcess child, long pid, String url, Path log) {
        this.child = child;
        this.pid = pid;
        this.url = url;
        this.log = log;
    }

    /// @param whenInterrupted said before the child is stopped because this JVM is being ended
    /// @param options of `berth up`
    public static ControlPlaneProcess start(Path dataFolder, Runnable whenInterrupted, String... options) {
        ChildProcess child = new ChildProcess(whenInterrupted);
        try {
            Path log = Files.createDirectories(dataFolder).resolve("demo-control-plane.log");
            Process process = child.start(
                    new ProcessBuilder(command(dataFolder, options)).redirectError(Redirect.to(log.toFile())));
            return new ControlPlaneProcess(child, process.pid(), awaitReady(process, log), log);
        } catch (IOException e) {
            child.close();
            throw new UncheckedIOException("cannot start the control plane", e);
        } catch (CommandFailure e) {
            child.close();
            throw e;
        }
    }

    public String url() {
        return url;
    }

    /// What it said when it started: which driver, and why.
    List<String> notices() {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(NOTICE))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        child.close();
    }

    /// As this JVM was started, so that both agree on everything.
    private static List<String> command(Path dataFolder, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BerthCommand.class.getName()));
        command.addAll(List.of("up", "--port", "0", "--data", dataFolder.toString()));
        command.addAll(List.of(options));
        return command;
    }

    private static String awaitReady(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> readToItsEnd(out));
                return line.substring(READY.length()).strip();
            }
        }
        throw new CommandFailure("The control plane did not start:\n" + lastLines(log), "Its log is " + log + ".");
    }

    /// So that it never waits for somebody to read.
    private static void readToItsEnd(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it was closed with the process
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
