package dev.berth.supervisor.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How processes are kept together so that they end together. A process driver declares by this what it can do.
public enum ProcessIsolation implements Confinement {
    /// A process namespace of its own, made as root: whatever was forked in it ends with its first process, and that
    /// one with the supervisor.
    NAMESPACE(true, "setpriv", "--pdeathsig", "KILL", "unshare", "--pid", "--fork", "--kill-child", "--mount-proc"),
    /// The same without being root, inside a user namespace.
    USER_NAMESPACE(
            true,
            "setpriv",
            "--pdeathsig",
            "KILL",
            "unshare",
            "--user",
            "--map-current-user",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc"),
    /// The first process ends with the supervisor; what it forked is looked for, and a process that left its parent
    /// may be missed.
    PARENT_DEATH(false, "setpriv", "--pdeathsig", "KILL", "setsid"),
    /// Its own session, where there is `setsid`; the rest is looked for.
    SESSION(false, "setsid"),
    NONE(false);

    private static final long PROBE_SECONDS = 5;

    private final boolean confines;
    private final List<String> prefix;

    ProcessIsolation(boolean confines, String... prefix) {
        this.confines = confines;
        this.prefix = List.of(prefix);
    }

    @Override
    public boolean confines() {
        return confines;
    }

    /// In a namespace the kernel sees to it, elsewhere nobody.
    @Override
    public boolean adopts() {
        return false;
    }

    @Override
    public void endStrays() {
        // Where they can be told from others they have ended with their tree.
    }

    @Override
    public void give(Path path) {
        // What is started runs as the supervisor does.
    }

    /// The strongest that works here and now, found by trying.
    public static ProcessIsolation probe() {
        return Stream.of(values()).filter(ProcessIsolation::works).findFirst().orElse(NONE);
    }

    @Override
    public Path gitConfiguration() {
        return Path.of("/dev/null");
    }

    @Override
    public List<String> wrap(List<String> command) {
        var wrapped = new ArrayList<>(prefix);
        prefix.stream().findFirst().flatMap(ProcessIsolation::onPath).ifPresent(found -> wrapped.set(0, found));
        wrapped.addAll(command);
        return wrapped;
    }

    private boolean works() {
        try {
            var process = new ProcessBuilder(wrap(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// By absolute path, so that the environment of the child has no say in which program keeps it.
    private static Optional<String> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH"))
                        .orElse("/usr/bin:/bin")
                        .split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .map(File::getAbsolutePath)
                .findFirst();
    }
}
