package dev.berth.local.cli.aws;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Makes the organization of a new installation and its first administrator's key.",
        footer = {
            "",
            "Calls the installation's function <name>-admin with your AWS credentials: who may invoke it, may do this.",
            "The key is made here and kept in the data folder, readable to you alone. May be repeated.",
            "",
            "Example:",
            "  berth aws init --region eu-central-1"
        })
public final class AwsInit implements Callable<Integer> {
    private final Invocation invocation;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "berth",
            description = "The installation, as in berth.json. Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--region", paramLabel = "REGION", description = "Where it is. Default: that of your AWS profile.")
    private @Nullable String region;

    @Option(
            names = "--organization",
            paramLabel = "TEXT",
            defaultValue = "team",
            description = "What to call the organization. Default: ${DEFAULT-VALUE}.")
    private String organization;

    public AwsInit(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var file = FirstKey.file(invocation.dataFolder(), name, region);
        var made = new FirstKey(new AwsProgram(invocation.environment())).make(file, name, region, organization);
        invocation.terminal().printLine("Organization " + made + " is there; its administrator's key is in " + file);
        invocation.terminal().printLine("To use it: export BERTH_API_KEY=$(cat '" + file + "')");
        return ExitCode.DONE;
    }
}
