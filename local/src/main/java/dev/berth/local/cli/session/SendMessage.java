package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.TextArgument;
import dev.berth.local.cli.api.Answer;
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
        name = "send",
        description = "Sends a message to a session; one that is stopped or failed is resumed.",
        footer = {"", "Example:", "  berth session send ses_01k8… 'git status' --interrupt"})
public final class SendMessage implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    @Parameters(index = "1", paramLabel = "TEXT", description = "The message, or '-' for standard input.")
    private String text;

    @Option(names = "--interrupt", description = "End the running turn and go before the queue.")
    private boolean interrupt;

    @Mixin
    private final JsonOption json = new JsonOption();

    public SendMessage(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Sessions sessions = invocation.sessions();
        String message = TextArgument.read(text, invocation.terminal().in(), spec.commandLine());
        Answer answer = sessions.send(session.id(), message, interrupt ? "interrupt" : "queue");
        invocation
                .terminal()
                .printLine(
                        json.asked()
                                ? JsonText.pretty(answer.json())
                                : "accepted " + answer.json().path("id").asString(""));
        return ExitCode.DONE;
    }
}
