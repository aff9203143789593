package dev.berth.supervisor.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.supervisor.process.ProcessLauncher;
import dev.berth.supervisor.process.ProcessTree;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs the commands of one build, one after the other, each with everything that it forks ended before the next one.
public final class BuildProcesses {
    private static final Duration LAST_OUTPUT_WITHIN = Duration.ofSeconds(10);
    private static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

    private final ProcessLauncher launcher;
    private final Map<String, String> environment;
    private final BuildLog log;
    private @Nullable ProcessTree running;
    private boolean cancelled;

    /// @param environment all that the commands get
    public BuildProcesses(ProcessLauncher launcher, Map<String, String> environment, BuildLog log) {
        this.launcher = launcher;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /// Runs a command whose output is for the log.
    int run(List<String> command, Path folder, Map<String, String> more, Limit limit)
            throws IOException, InterruptedException, BuildFailed {
        return run(builder(command, folder, more).redirectErrorStream(true), limit, log::copy);
    }

    /// Runs a command whose standard output is an answer, and not for the log.
    Answer ask(List<String> command, Path folder, Map<String, String> more, Limit limit)
            throws IOException, InterruptedException, BuildFailed {
        var answer = new ByteArrayOutputStream();
        var exitCode = run(builder(command, folder, more), limit, output -> {
            answer.write(output.readNBytes(MAX_ANSWER_BYTES));
            output.transferTo(OutputStream.nullOutputStream());
        });
        return new Answer(exitCode, answer.toString(UTF_8));
    }

    /// Ends what runs, and lets nothing more begin.
    public synchronized void cancel() throws InterruptedException {
        cancelled = true;
        if (running != null) {
            running.kill();
        }
    }

    public synchronized void failIfCancelled() throws BuildFailed {
        if (cancelled) {
            throw BuildFailed.byCaller(
                    "build_cancelled", "The build was cancelled.", "Refresh the snapshot when you want it after all.");
        }
    }

    private ProcessBuilder builder(List<String> command, Path folder, Map<String, String> more) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        return builder.redirectInput(Redirect.from(new File("/dev/null")));
    }

    private int run(ProcessBuilder builder, Limit limit, Sink output)
            throws IOException, InterruptedException, BuildFailed {
        var tree = start(builder);
        var pumps = List.of(
                pump(tree.process().getInputStream(), output),
                pump(tree.process().getErrorStream(), log::copy));
        try {
            if (!tree.process().waitFor(limit.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw limit.passed();
            }
        } finally {
            tree.kill();
            for (var pump : pumps) {
                pump.join(LAST_OUTPUT_WITHIN);
            }
        }
        failIfCancelled();
        return tree.process().exitValue();
    }

    private synchronized ProcessTree start(ProcessBuilder builder)
            throws IOException, InterruptedException, BuildFailed {
        failIfCancelled();
        running = launcher.start(builder);
        return running;
    }

    private static Thread pump(InputStream from, Sink output) {
        return Thread.ofVirtual().start(() -> {
            try (from) {
                output.take(from);
            } catch (IOException ended) {
                // What it printed before is taken.
            }
        });
    }

    record Answer(int exitCode, String text) {}

    /// How long something may take.
    ///
    /// @param what as the beginning of a sentence
    record Limit(Duration time, String what, String remedy) {
        BuildFailed passed() {
            var length = time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
            return BuildFailed.byCaller(
                    "build_timed_out", "%s did not end within %s, and was ended.".formatted(what, length), remedy);
        }
    }

    private interface Sink {
        void take(InputStream output) throws IOException;
    }
}
