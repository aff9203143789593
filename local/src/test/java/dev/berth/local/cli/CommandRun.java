package dev.berth.local.cli;

import dev.berth.local.cli.terminal.Style;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One call of the command line in this process, and what came of it.
public record CommandRun(int exitCode, String out, String err) {

    /// A call that has not come back yet.
    public record Running(CompletableFuture<CommandRun> end, ByteArrayOutputStream err) {
        public String errSoFar() {
            return err.toString(StandardCharsets.UTF_8);
        }
    }

    public static Running begin(String url, String... arguments) {
        var err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("BERTH_URL", url, "BERTH_API_KEY", "key");
        return new Running(
                CompletableFuture.supplyAsync(() -> call(null, Path.of("target"), environment, "", err, arguments)),
                err);
    }

    public static CommandRun of(String url, String... arguments) {
        return in(Path.of("target"), Map.of("BERTH_URL", url, "BERTH_API_KEY", "key"), "", arguments);
    }

    public static CommandRun in(Path folder, Map<String, String> environment, String input, String... arguments) {
        return call(null, folder, environment, input, new ByteArrayOutputStream(), arguments);
    }

    /// As the launcher of a home folder would, called in another folder.
    public static CommandRun launched(Path home, Path folder, String... arguments) {
        return call(home, folder, Map.of(), "", new ByteArrayOutputStream(), arguments);
    }

    private static CommandRun call(
            @Nullable Path home,
            Path folder,
            Map<String, String> environment,
            String input,
            ByteArrayOutputStream err,
            String... arguments) {
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Style.PLAIN,
                false);
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        var invocation = new Invocation(new HashMap<>(environment), folder, home, clock, terminal);
        int exitCode = CommandTree.of(invocation, CommandRun::noControlPlane).execute(arguments);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static ControlPlaneLauncher.Running noControlPlane(UpSettings settings) {
        throw new CommandFailure("There is no control plane in this test.", "Use a stub.");
    }
}
