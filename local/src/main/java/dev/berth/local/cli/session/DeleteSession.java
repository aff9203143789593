package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "delete",
        description = "Deletes a session with its transcript; stops it first if it runs.",
        footer = {"", "Example:", "  berth session delete ses_01k8…"})
public final class DeleteSession implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    public DeleteSession(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.sessions().delete(session.id());
        invocation.terminal().printLine(session.id() + " is deleted");
        return ExitCode.DONE;
    }
}
