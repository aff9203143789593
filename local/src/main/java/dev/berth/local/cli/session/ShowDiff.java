package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.transcript.DiffText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "diff",
        description = "Prints the last known diff of a session; also when its sandbox is long gone.",
        footer = {"", "Example:", "  berth session diff ses_01k8… | git apply"})
public final class ShowDiff implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    public ShowDiff(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Answer diff = invocation.sessions().diff(session.id());
        Terminal terminal = invocation.terminal();
        if (terminal.interactive()) {
            terminal.print(DiffText.of(diff.text(), terminal.style()));
        } else {
            // byte by byte, so that git can apply it
            terminal.out().write(diff.body(), 0, diff.body().length);
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
