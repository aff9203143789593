package dev.berth.local.cli.profile;

import dev.berth.event.Json;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Version;
import dev.berth.local.cli.terminal.Fields;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "show",
        description = "Shows a profile, its draft, and what still keeps the draft from being published.",
        footer = {"", "Example:", "  berth profile show demo"})
public final class ShowProfile implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final ProfileArgument profile = new ProfileArgument();

    @Mixin
    private final JsonOption json = new JsonOption();

    public ShowProfile(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Profiles profiles = invocation.profiles();
        Profile found = profile.in(profiles);
        JsonNode draft = profiles.draft(found.id()).json();
        Terminal terminal = invocation.terminal();
        if (json.asked()) {
            terminal.printLine(JsonText.pretty(asJson(profiles.show(found.id()).json(), draft)));
            return ExitCode.DONE;
        }
        terminal.print(head(found, profiles));
        terminal.printLine(JsonText.pretty(draft));
        IssueList.print(profiles.issues(found.id()), terminal);
        return ExitCode.DONE;
    }

    private static JsonNode asJson(JsonNode profile, JsonNode draft) {
        return Json.MAPPER.createObjectNode().setAll(Map.of("profile", profile, "draft", draft));
    }

    private String head(Profile found, Profiles profiles) {
        Fields fields = new Fields(
                        invocation.terminal().style(), invocation.clock().instant())
                .add("profile", found.id())
                .add("name", found.name())
                .add("about", found.description());
        for (Version version : profiles.versions(found.id())) {
            fields.add(
                    "version",
                    version.version()
                            + (version.snapshot() == null
                                    ? ""
                                    : ", snapshot " + version.snapshot().status()));
        }
        return fields.add("draft", "").text();
    }
}
