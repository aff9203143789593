package dev.berth.local.cli;

import dev.berth.local.bench.Bench;
import dev.berth.local.cli.aws.AwsInit;
import dev.berth.local.cli.doctor.Doctor;
import dev.berth.local.cli.profile.CreateProfile;
import dev.berth.local.cli.profile.EditProfile;
import dev.berth.local.cli.profile.ListProfiles;
import dev.berth.local.cli.profile.PublishProfile;
import dev.berth.local.cli.profile.ShowProfile;
import dev.berth.local.cli.session.DeleteSession;
import dev.berth.local.cli.session.InterruptTurn;
import dev.berth.local.cli.session.ListSessions;
import dev.berth.local.cli.session.ResumeSession;
import dev.berth.local.cli.session.Run;
import dev.berth.local.cli.session.SendMessage;
import dev.berth.local.cli.session.ShowDiff;
import dev.berth.local.cli.session.ShowSession;
import dev.berth.local.cli.session.StartSession;
import dev.berth.local.cli.session.StopSession;
import dev.berth.local.cli.session.WatchSession;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.Up;
import dev.berth.local.demo.Demo;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// All commands, wired by hand.
public final class CommandTree {
    private CommandTree() {}

    public static CommandLine of(Invocation invocation, ControlPlaneLauncher launcher) {
        CommandLine berth = new CommandLine(new BerthCommand())
                .addSubcommand(new Up(invocation, launcher))
                .addSubcommand(profiles(invocation))
                .addSubcommand(sessions(invocation))
                .addSubcommand(new Run(invocation))
                .addSubcommand(new CommandLine(new Subcommands.OfAws()).addSubcommand(new AwsInit(invocation)))
                .addSubcommand(new Doctor(invocation))
                .addSubcommand(new Demo(invocation))
                .addSubcommand(new Bench(invocation));
        return berth.setOut(writer(invocation.terminal().out()))
                .setErr(writer(invocation.terminal().err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler(new FailureReport(invocation));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static CommandLine profiles(Invocation invocation) {
        return new CommandLine(new Subcommands.OfProfiles())
                .addSubcommand(new CreateProfile(invocation))
                .addSubcommand(new EditProfile(invocation))
                .addSubcommand(new PublishProfile(invocation))
                .addSubcommand(new ListProfiles(invocation))
                .addSubcommand(new ShowProfile(invocation));
    }

    private static CommandLine sessions(Invocation invocation) {
        return new CommandLine(new Subcommands.OfSessions())
                .addSubcommand(new StartSession(invocation))
                .addSubcommand(new ListSessions(invocation))
                .addSubcommand(new ShowSession(invocation))
                .addSubcommand(new WatchSession(invocation))
                .addSubcommand(new SendMessage(invocation))
                .addSubcommand(new InterruptTurn(invocation))
                .addSubcommand(new StopSession(invocation))
                .addSubcommand(new ResumeSession(invocation))
                .addSubcommand(new ShowDiff(invocation))
                .addSubcommand(new DeleteSession(invocation));
    }
}
