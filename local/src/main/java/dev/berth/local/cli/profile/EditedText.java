package dev.berth.local.cli.profile;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.api.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A text that somebody took trouble with: the file it is in goes only once it was stored elsewhere.
record EditedText(String text, Path file) {
    private static final int PRECONDITION_FAILED = 412;

    /// A text that has no file of its own yet (its own file might be a pipe).
    static EditedText given(String text) {
        try {
            Path file = Files.createTempFile("berth-draft-", ".json");
            Files.writeString(file, text);
            return new EditedText(text, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody needs it.
    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void store(Consumer<String> destination, String profile) {
        try {
            destination.accept(text);
            discard();
        } catch (Refused e) {
            throw e.status() == PRECONDITION_FAILED ? conflict(profile, e) : kept(e, profile);
        } catch (CommandFailure e) {
            throw kept(e, profile);
        }
    }

    private CommandFailure conflict(String profile, Refused cause) {
        return new CommandFailure(
                "Somebody else changed the draft of %s meanwhile, so nothing was stored. Your text is kept in %s."
                        .formatted(profile, file),
                "Look at the draft with 'berth profile show %s', put both together in that file, then: berth profile edit %s --file %s"
                        .formatted(profile, profile, file),
                cause);
    }

    private CommandFailure kept(CommandFailure cause, String profile) {
        return new CommandFailure(
                cause.detail() + "\nYour text is kept in " + file + ".",
                (cause.remedy() + " Then: berth profile edit %s --file %s".formatted(profile, file)).strip(),
                cause);
    }
}
