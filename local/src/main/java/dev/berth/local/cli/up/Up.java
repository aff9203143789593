package dev.berth.local.cli.up;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.up.UpSettings.Driver;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts the control plane on this machine, until Ctrl-C.",
        footer = {"", "Example:", "  berth up --port 8080 --data .berth"})
public final class Up implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final Invocation invocation;
    private final ControlPlaneLauncher launcher;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where to listen, on loopback only. Default: the port of last time, else 8080; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Keeps everything. Default: .berth of the current folder if it is there, else beside the launcher.")
    private @Nullable Path data;

    @Option(
            names = "--driver",
            paramLabel = "docker|process",
            description =
                    "What sandboxes are. Default: what they were last time, else containers if an engine answers, else"
                            + " processes.")
    private @Nullable Driver driver;

    @Option(
            names = "--dynamodb",
            paramLabel = "ENDPOINT",
            description = "A DynamoDB-compatible engine to use instead of the built-in one.")
    private @Nullable URI dynamodb;

    public Up(Invocation invocation, ControlPlaneLauncher launcher) {
        this.invocation = invocation;
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        ControlPlaneLauncher.Running running = launcher.start(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop the control plane"));
        running.notices().forEach(invocation.terminal()::note);
        invocation.terminal().printLine("Berth is ready at " + running.url());
        running.awaitEnd();
        return ExitCode.DONE;
    }

    private UpSettings settings() {
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to " + HIGHEST_PORT + ".");
        }
        Path folder = data == null
                ? invocation.dataFolder().path()
                : invocation.folder().resolve(data);
        return new UpSettings(port, folder.toAbsolutePath().normalize(), driver, dynamodb);
    }
}
