package dev.berth.local.process;

import dev.berth.sandbox.Launch;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.program.SupervisorCache;
import dev.berth.supervisor.program.SupervisorJvm;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a supervisor is started on this machine.
///
/// @param java the program
/// @param classPath of the supervisor
/// @param mainClass on it
/// @param cache made with this class path: it halves the start
/// @param searchPath the `PATH` that the supervisor and its agent look for programs in
/// @param minFreeMiB what a session leaves free on the disk; the supervisor's own choice when absent
public record SupervisorCommand(
        Path java,
        String classPath,
        String mainClass,
        SupervisorCache cache,
        String searchPath,
        @Nullable Integer minFreeMiB) {

    public SupervisorCommand(
            Path java, String classPath, SupervisorCache cache, String searchPath, @Nullable Integer minFreeMiB) {
        this(java, classPath, SupervisorJvm.MAIN_CLASS, cache, searchPath, minFreeMiB);
    }

    /// Starts it apart from this process: neither a Ctrl-C in its terminal nor its end reaches the supervisor.
    Process start(Launch launch, SandboxFolder folder, Path snapshot) throws IOException {
        var builder = new ProcessBuilder(command(folder, snapshot));
        builder.directory(folder.root().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(launch));
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                Redirect.appendTo(folder.root().resolve("supervisor.log").toFile()));
        return builder.start();
    }

    List<String> command(SandboxFolder folder, Path snapshot) {
        var command = new ArrayList<String>();
        onPath("setsid").ifPresent(command::add);
        command.add(java.toString());
        command.addAll(SupervisorJvm.OPTIONS);
        command.addAll(cache.options());
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of("--folder", folder.root().toString()));
        command.addAll(List.of("--place", folder.place().toString()));
        command.addAll(List.of("--snapshot", snapshot.toString()));
        return command;
    }

    private Map<String, String> environment(Launch launch) {
        var environment = new HashMap<>(Map.of(
                "PATH", searchPath,
                "LANG", "C.UTF-8",
                "BERTH_CONTROL_PLANE_URL", launch.controlPlaneUrl(),
                "BERTH_BOOTSTRAP_TOKEN", launch.bootstrapToken(),
                "BERTH_SANDBOX", launch.sandbox().id()));
        if (minFreeMiB != null) {
            environment.put("BERTH_MIN_FREE_MIB", minFreeMiB.toString());
        }
        return environment;
    }

    private Optional<String> onPath(String program) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
