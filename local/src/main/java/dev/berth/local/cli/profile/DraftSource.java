package dev.berth.local.cli.profile;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.TextArgument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;

/// Reads a draft from where the user named it; what is no JSON never leaves this machine.
record DraftSource(Invocation invocation, CommandLine command) {

    /// @param file or `-` for standard input
    String read(String file) {
        String draft =
                file.equals("-") ? TextArgument.read(file, invocation.terminal().in(), command) : content(file);
        return checked(draft, file.equals("-") ? "standard input" : file);
    }

    static String checked(String draft, String where) {
        try {
            if (Json.MAPPER.readTree(draft).isObject()) {
                return draft;
            }
            throw new CommandFailure(
                    "The draft in %s is not a JSON object.".formatted(where), "See 'berth profile show' for one.");
        } catch (JacksonException e) {
            throw new CommandFailure(
                    "The draft in %s is not JSON: %s".formatted(where, e.getOriginalMessage()),
                    "Mend line %d, column %d."
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    e);
        }
    }

    private String content(String file) {
        Path path = invocation.folder().resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file %s.".formatted(path), "Name a file with the draft as JSON.", e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s cannot be read: %s".formatted(path, e.getMessage()), "Name a readable text file.", e);
        }
    }
}
