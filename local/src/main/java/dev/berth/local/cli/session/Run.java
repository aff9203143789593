package dev.berth.local.cli.session;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.TextArgument;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Runs one task in a session of its own, shows it and its diff, and ends as the task does.",
        footer = {
            "",
            "Exit codes: 0 the turn completed; 1 it failed; 2 usage; 3 the session failed or could not be started;",
            "130 interrupted (the session is asked to stop).",
            "",
            "Example:",
            "  berth run --profile demo --repository app - < task.sh"
        })
public final class Run implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "TASK", description = "What to do, or '-' for standard input.")
    private String task;

    public Run(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String text = TextArgument.read(task, invocation.terminal().in(), spec.commandLine());
        try {
            return run(text);
        } catch (CommandFailure e) {
            // 1 means that the turn failed, and nothing else
            throw new CommandFailure(e.detail(), e.remedy(), ExitCode.SESSION_FAILED, e);
        }
    }

    private int run(String text) {
        BerthApi api = invocation.api();
        Sessions sessions = new Sessions(api);
        Session session =
                sessions.start(options.request(new Profiles(api), text, true)).as(Session.class);
        try (var _ = new StopOnInterrupt(sessions, session.id(), invocation.terminal())) {
            return finish(sessions, session.id());
        }
    }

    private int finish(Sessions sessions, String session) {
        Terminal terminal = invocation.terminal();
        Progress end = new Watch(sessions, terminal, invocation.clock())
                .follow(
                        session,
                        0,
                        Until.SESSION_ENDED,
                        json.asked() ? EventSink.jsonLines(terminal) : EventSink.transcript(terminal));
        RunReport report = new RunReport(sessions.get(session), end, LastDiff.of(sessions, session));
        if (json.asked()) {
            report.printJson(terminal);
        } else {
            report.print(terminal);
        }
        return RunOutcome.exitCode(end);
    }
}
