package dev.berth.supervisor.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Files in folders that are the agent's. The supervisor may be a mightier account, and a name there may lead anywhere:
/// so it is the agent's account that writes them.
public final class AgentFiles {
    /// A script of `sh` that removes its arguments; agents make folders that cannot be written to.
    public static final String REMOVE =
            "rm -rf -- \"$@\" 2>/dev/null || { chmod -R u+rwX -- \"$@\" && rm -rf -- \"$@\"; }";

    private static final long WITHIN_SECONDS = 30;
    private static final String WRITE = "mkdir -p -- \"${1%/*}\" && rm -rf -- \"$1\" && cat >\"$1\"";
    private static final String APPEND = "cat >>\"$1\"";
    private static final String READ = "[ ! -f \"$1\" ] || head -c \"$2\" -- \"$1\"";

    private final ProcessLauncher launcher;

    public AgentFiles(ProcessLauncher launcher) {
        this.launcher = launcher;
    }

    /// Makes something the agent's own that the supervisor made, in a folder that is not the agent's.
    public void give(Path path) throws IOException {
        launcher.confinement().give(path);
    }

    /// Writes a whole file in place of what is there, and the folders above it where they are missing.
    public void write(Path file, String text) throws IOException, InterruptedException {
        feed(WRITE, file, text);
    }

    /// Adds to a file.
    public void append(Path file, String text) throws IOException, InterruptedException {
        feed(APPEND, file, text);
    }

    /// The beginning of a file; empty when there is none.
    public String read(Path file, int maxBytes) throws IOException, InterruptedException {
        var process = launch(Redirect.PIPE, READ, file.toString(), Integer.toString(maxBytes));
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        requireSuccess(process, READ);
        return text;
    }

    /// Runs a small script of `sh`.
    public void run(String script, String... arguments) throws IOException, InterruptedException {
        var process = launch(Redirect.DISCARD, script, arguments);
        process.getOutputStream().close();
        requireSuccess(process, script);
    }

    private void feed(String script, Path file, String text) throws IOException, InterruptedException {
        var process = launch(Redirect.DISCARD, script, file.toString());
        try (var input = process.getOutputStream()) {
            input.write(text.getBytes(UTF_8));
        }
        requireSuccess(process, script);
    }

    private Process launch(Redirect output, String script, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).redirectOutput(output);
        builder.environment().keySet().retainAll(Set.of("PATH"));
        return launcher.start(builder).process();
    }

    private static void requireSuccess(Process process, String what) throws IOException, InterruptedException {
        if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("this did not succeed in the agent's folders: " + what);
        }
    }
}
