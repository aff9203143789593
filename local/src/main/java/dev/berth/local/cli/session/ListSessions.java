package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.terminal.HumanTime;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists sessions, the newest first.",
        footer = {"", "Example:", "  berth session list --status running"})
public final class ListSessions implements Callable<Integer> {
    private final Invocation invocation;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "queued, starting, running, stopping, stopped or failed.")
    private @Nullable String status;

    @Option(names = "--profile", paramLabel = "ID|NAME", description = "Only those of this profile.")
    private @Nullable String profile;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final JsonOption json = new JsonOption();

    public ListSessions(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        BerthApi api = invocation.api();
        Profiles profiles = new Profiles(api);
        JsonNode list = new Sessions(api).list(filters(profiles), limit);
        if (json.asked()) {
            invocation.terminal().printLine(JsonText.pretty(list));
            return ExitCode.DONE;
        }
        List<Session> sessions = Sessions.in(list);
        if (sessions.isEmpty()) {
            invocation.terminal().note("There is no such session. Start one with 'berth session start'.");
        } else {
            invocation
                    .terminal()
                    .print(table(sessions, names(profiles))
                            .text(invocation.terminal().style()));
        }
        return ExitCode.DONE;
    }

    private Map<String, String> filters(Profiles profiles) {
        Map<String, String> filters = new HashMap<>();
        if (status != null) {
            filters.put("status", status);
        }
        if (profile != null) {
            filters.put("profile", profiles.find(profile).id());
        }
        return filters;
    }

    private static Map<String, String> names(Profiles profiles) {
        return profiles.all().stream().collect(Collectors.toMap(Profile::id, Profile::name));
    }

    private Table table(List<Session> sessions, Map<String, String> profileNames) {
        Table table = new Table("SESSION", "STATUS", "PROFILE", "CREATED", "TITLE");
        for (Session session : sessions) {
            String id = session.profile() == null ? "" : session.profile();
            table.row(
                    session.id(),
                    statusText(session),
                    profileNames.getOrDefault(id, id),
                    created(session.createdAt()),
                    title(session));
        }
        return table;
    }

    private static String statusText(Session session) {
        if (session.statusReason() != null) {
            return session.status() + " (" + session.statusReason() + ")";
        }
        return "active".equals(session.turn()) ? session.status() + ", at work" : session.status();
    }

    private String created(@Nullable Instant at) {
        return at == null ? "" : HumanTime.ago(at, invocation.clock().instant());
    }

    private static String title(Session session) {
        return session.title() == null ? "" : session.title();
    }
}
