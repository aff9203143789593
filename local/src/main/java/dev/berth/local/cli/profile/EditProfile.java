package dev.berth.local.cli.profile;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
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
import picocli.CommandLine.Spec;

@Command(
        name = "edit",
        description = "Changes the draft of a profile: in $VISUAL or $EDITOR, or to what a file says.",
        footer = {
            "",
            "If somebody else changes the draft meanwhile, nothing is overwritten and your text is kept in a file.",
            "",
            "Examples:",
            "  berth profile edit demo",
            "  berth profile edit demo --file draft.json"
        })
public final class EditProfile implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ProfileArgument profile = new ProfileArgument();

    @Option(names = "--file", paramLabel = "FILE", description = "The new draft as JSON, or '-' for standard input.")
    private @Nullable String file;

    @Option(
            names = "--if-match",
            paramLabel = "ETAG",
            description = "Refuse if the draft is not this one any more. Default: as it is when the command starts.")
    private @Nullable String etag;

    public EditProfile(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Profiles profiles = invocation.profiles();
        Profile found = profile.in(profiles);
        Answer before = profiles.draft(found.id());
        String old = JsonText.pretty(before.json()) + "\n";
        EditedText edited = file == null ? Editor.of(invocation).edit(old) : EditedText.given(source().read(file));
        if (edited.text().equals(old)) {
            edited.discard();
            invocation.terminal().note("Nothing was changed.");
            return ExitCode.DONE;
        }
        edited.store(
                text -> profiles.replaceDraft(
                        found.id(), DraftSource.checked(text, "the editor"), etag == null ? before.etag() : etag),
                found.name());
        invocation.terminal().printLine("changed the draft of " + found.name());
        IssueList.print(profiles.issues(found.id()), invocation.terminal());
        return ExitCode.DONE;
    }

    private DraftSource source() {
        return new DraftSource(invocation, spec.commandLine());
    }
}
