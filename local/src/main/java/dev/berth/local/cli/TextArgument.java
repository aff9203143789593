package dev.berth.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A task or message as typed, or from standard input when it is `-`.
public final class TextArgument {
    private TextArgument() {}

    public static String read(String argument, InputStream in, CommandLine command) {
        String text = argument.equals("-") ? decoded(in, command) : argument;
        if (text.isBlank()) {
            throw new ParameterException(
                    command, "The text is empty; say what to do, or '-' to read it from standard input.");
        }
        return text;
    }

    private static String decoded(InputStream in, CommandLine command) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ParameterException(command, "Standard input is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
