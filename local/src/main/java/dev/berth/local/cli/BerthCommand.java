package dev.berth.local.cli;

import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.up.LocalLauncher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `berth`: what the launcher starts.
@Command(
        name = "berth",
        description = "Runs coding-agent sessions in sandboxes.",
        version = "berth 0.1.0",
        footer = {
            "",
            "Client commands talk to BERTH_URL with BERTH_API_KEY, else to the control plane of the data folder .berth.",
            "Exit codes: 0 done; 1 refused or failed; 2 usage; 3 the session failed or could not be started;",
            "130 interrupted. BERTH_DEBUG=1 adds stack traces.",
            "",
            "Example:",
            "  berth up                                # in one terminal",
            "  berth run --profile demo 'echo hello'   # in another"
        })
public final class BerthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option alone
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option alone
    private boolean version;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    public static void main(String[] arguments) {
        Invocation invocation = Invocation.ofThisProcess();
        // not by returning: the stores of a control plane leave threads behind
        System.exit(execute(invocation, arguments));
    }

    private static int execute(Invocation invocation, String[] arguments) {
        try {
            return CommandTree.of(invocation, BerthCommand::launch).execute(arguments);
        } catch (LinkageError | VirtualMachineError e) {
            return new FailureReport(invocation).report(e);
        }
    }

    /// Named only when it is asked for: client commands run without a control plane's libraries.
    private static ControlPlaneLauncher.Running launch(UpSettings settings) {
        return new LocalLauncher().start(settings);
    }
}
