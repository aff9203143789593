package dev.berth.local.cli.profile;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.terminal.HumanTime;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the profiles.",
        footer = {"", "Example:", "  berth profile list"})
public final class ListProfiles implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final JsonOption json = new JsonOption();

    public ListProfiles(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Profiles profiles = invocation.profiles();
        if (json.asked()) {
            invocation.terminal().printLine(JsonText.pretty(profiles.list()));
            return ExitCode.DONE;
        }
        List<Profile> all = profiles.all();
        if (all.isEmpty()) {
            invocation.terminal().note("There is no profile yet. Make one with 'berth profile create NAME'.");
        } else {
            invocation.terminal().print(table(all).text(invocation.terminal().style()));
        }
        return ExitCode.DONE;
    }

    private Table table(List<Profile> all) {
        Table table = new Table("PROFILE", "NAME", "VERSION", "CREATED");
        all.forEach(profile -> table.row(
                profile.id(),
                profile.name(),
                profile.latestVersion() == null
                        ? "none"
                        : profile.latestVersion().toString(),
                profile.createdAt() == null
                        ? ""
                        : HumanTime.ago(profile.createdAt(), invocation.clock().instant())));
        return table;
    }
}
