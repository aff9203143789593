package dev.berth.local.cli.profile;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.terminal.JsonText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        description = "Makes a profile.",
        footer = {
            "",
            "A draft with '\"persistent\": true' has sessions keep their workspace between runs, where the",
            "organization allows it ('persistentSandboxes').",
            "",
            "Example:",
            "  berth profile create web --file draft.json --publish"
        })
public final class CreateProfile implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String description;

    @Option(names = "--file", paramLabel = "FILE", description = "The draft as JSON, or '-' for standard input.")
    private @Nullable String file;

    @Option(names = "--publish", description = "Publish the draft at once and wait for its snapshot.")
    private boolean publish;

    @Mixin
    private final JsonOption json = new JsonOption();

    public CreateProfile(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DraftSource source = new DraftSource(invocation, spec.commandLine());
        String draft = file == null ? null : source.read(file);
        Profiles profiles = invocation.profiles();
        Answer answer = profiles.create(name, description);
        Profile profile = answer.as(Profile.class);
        invocation.terminal().printLine(json.asked() ? JsonText.pretty(answer.json()) : "created " + profile.id());
        if (draft != null) {
            profiles.replaceDraft(
                    profile.id(), draft, profiles.draft(profile.id()).etag());
        }
        return publish ? new Publishing(invocation, profiles, json.asked()).publish(profile.id(), true) : ExitCode.DONE;
    }
}
