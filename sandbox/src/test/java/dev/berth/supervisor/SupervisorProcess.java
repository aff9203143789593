package dev.berth.supervisor;

import dev.berth.supervisor.fake.FakeControlPlane;
import dev.berth.supervisor.program.SupervisorCache;
import dev.berth.supervisor.program.SupervisorClassPath;
import dev.berth.supervisor.program.SupervisorJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A supervisor in a JVM of its own, started as in production.
final class SupervisorProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;

    private SupervisorProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    static SupervisorProcess start(
            Path folder,
            FakeControlPlane controlPlane,
            SupervisorCache cache,
            Map<String, String> environment,
            String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SupervisorJvm.OPTIONS);
        command.addAll(cache.options());
        command.addAll(List.of("-cp", SupervisorClassPath.ofThisProcess(), SupervisorJvm.MAIN_CLASS));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("BERTH_CONTROL_PLANE_URL", controlPlane.url());
        builder.environment().put("BERTH_BOOTSTRAP_TOKEN", FakeControlPlane.BOOTSTRAP_TOKEN);
        builder.environment().put("BERTH_SANDBOX", FakeControlPlane.SANDBOX);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder)));
        return new SupervisorProcess(builder.start(), folder);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean alive() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The supervisor does not end: " + log());
        }
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(log(folder).toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static File log(Path folder) {
        return folder.resolve("supervisor.log").toFile();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
