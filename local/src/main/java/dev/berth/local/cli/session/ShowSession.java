package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.terminal.Fields;
import dev.berth.local.cli.terminal.HumanTime;
import dev.berth.local.cli.terminal.JsonText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = "Shows where a session stands.",
        footer = {"", "Example:", "  berth session show ses_01k8…"})
public final class ShowSession implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    @Mixin
    private final JsonOption json = new JsonOption();

    public ShowSession(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Answer answer = invocation.sessions().show(session.id());
        invocation
                .terminal()
                .print(json.asked() ? JsonText.pretty(answer.json()) + "\n" : text(answer.as(Session.class)));
        return ExitCode.DONE;
    }

    /// Nothing of a session that keeps nothing.
    private @Nullable String kept(Session shown) {
        Session.Archive archive = shown.archive();
        if (archive == null) {
            return Boolean.TRUE.equals(shown.persistent()) ? "nothing yet" : null;
        }
        String ago = HumanTime.ago(archive.storedAt(), invocation.clock().instant());
        return archive.keptUntil() == null ? ago : ago + ", until " + HumanTime.day(archive.keptUntil());
    }

    private String text(Session shown) {
        Fields fields = new Fields(
                        invocation.terminal().style(), invocation.clock().instant())
                .add("session", shown.id())
                .add("status", shown.status())
                .add("reason", shown.statusReason())
                .add("turn", shown.turn())
                .add("profile", shown.profile())
                .add("version", shown.version())
                .add("repository", shown.repository())
                .add("workspace", shown.workspace())
                .add("kept", kept(shown))
                .add("title", shown.title())
                .add("created", shown.createdAt())
                .add("started", shown.startedAt())
                .add("stopped", shown.stoppedAt())
                .add("active", shown.lastActiveAt())
                .add("link", shown.url());
        if (shown.failure() != null) {
            fields.add("failure", shown.failure().detail())
                    .add("remedy", shown.failure().remedy());
        }
        return fields.text();
    }
}
