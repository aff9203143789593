package dev.berth.local.cli.profile;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The user's editor.
///
/// @param command as in `$EDITOR`: it may have arguments, so a shell reads it
record Editor(String command) {

    static Editor of(Invocation invocation) {
        return new Editor(setting(invocation, "VISUAL")
                .or(() -> setting(invocation, "EDITOR"))
                .orElse("vi"));
    }

    EditedText edit(String text) {
        EditedText before = EditedText.given(text);
        int exitCode = open(before.file());
        if (exitCode != 0) {
            throw new CommandFailure(
                    "The editor '%s' ended with %d, so nothing was stored. The text is in %s."
                            .formatted(command, exitCode, before.file()),
                    "Set EDITOR to an editor that works here, or use --file.");
        }
        try {
            return new EditedText(Files.readString(before.file()), before.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + before.file(), e);
        }
    }

    private int open(Path file) {
        try {
            return new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the editor was open", e);
        }
    }

    private static Optional<String> setting(Invocation invocation, String name) {
        return Optional.ofNullable(invocation.environment().get(name)).filter(value -> !value.isBlank());
    }
}
