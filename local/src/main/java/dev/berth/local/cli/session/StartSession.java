package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.TextArgument;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.JsonText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        description = "Starts a session.",
        footer = {"", "Example:", "  berth session start --profile demo --follow 'ls -la'"})
public final class StartSession implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--stop-when-done", description = "End the session when a turn ends and nothing is queued.")
    private boolean stopWhenDone;

    @Option(names = "--follow", description = "Watch it until it ends.")
    private boolean follow;

    @Parameters(paramLabel = "TASK", description = "What to do, or '-' for standard input.")
    private String task;

    public StartSession(Invocation invocation) {
        this.invocation = invocation;
    }

    private Answer start(String text) {
        BerthApi api = invocation.api();
        return new Sessions(api).start(options.request(new Profiles(api), text, stopWhenDone ? true : null));
    }

    @Override
    public Integer call() {
        String text = TextArgument.read(task, invocation.terminal().in(), spec.commandLine());
        Answer answer = start(text);
        Session session = answer.as(Session.class);
        if (json.asked()) {
            invocation.terminal().printLine(follow ? JsonText.line(answer.json()) : JsonText.pretty(answer.json()));
        } else {
            invocation.terminal().printLine(session.id() + " is " + session.status());
        }
        if (follow) {
            return new Following(invocation, json.asked()).follow(session.id(), 0, Until.SESSION_ENDED);
        }
        if (!json.asked()) {
            invocation.terminal().note("Watch it with 'berth session watch " + session.id() + "'.");
        }
        return ExitCode.DONE;
    }
}
