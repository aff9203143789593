package dev.berth.local.cli;

import dev.berth.local.cli.api.AddressLookup;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.DataFolder;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.Style;
import dev.berth.local.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call of the command line: where from, with which environment, and in front of which terminal.
///
/// @param home the folder of the launcher, if it was started by one
public record Invocation(
        Map<String, String> environment,
        Path folder,
        @Nullable Path home,
        Clock clock,
        Terminal terminal) {

    static Invocation ofThisProcess() {
        String home = System.getProperty("berth.home");
        return new Invocation(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home == null ? null : Path.of(home),
                Clock.systemUTC(),
                terminal(System.getenv()));
    }

    public DataFolder dataFolder() {
        return DataFolder.near(folder, home);
    }

    public BerthApi api() {
        return new BerthApi(new AddressLookup(environment, dataFolder()).address());
    }

    public Profiles profiles() {
        return new Profiles(api());
    }

    public Sessions sessions() {
        return new Sessions(api());
    }

    private static Terminal terminal(Map<String, String> environment) {
        boolean interactive = Boolean.getBoolean("berth.terminal");
        Style style = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty() ? Style.COLOUR : Style.PLAIN;
        return new Terminal(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), style, interactive);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
