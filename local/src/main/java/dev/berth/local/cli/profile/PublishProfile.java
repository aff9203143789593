package dev.berth.local.cli.profile;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Profiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "publish",
        description = "Publishes the draft as a version, whose snapshot is then built.",
        footer = {"", "Example:", "  berth profile publish demo --wait"})
public final class PublishProfile implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final ProfileArgument profile = new ProfileArgument();

    @Option(names = "--wait", description = "Show the snapshot's build log and end when it is ready or failed.")
    private boolean wait;

    @Mixin
    private final JsonOption json = new JsonOption();

    public PublishProfile(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Profiles profiles = invocation.profiles();
        return new Publishing(invocation, profiles, json.asked())
                .publish(profile.in(profiles).id(), wait);
    }
}
