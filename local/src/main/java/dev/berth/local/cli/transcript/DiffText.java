package dev.berth.local.cli.transcript;

import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import java.util.stream.Collectors;

/// A unified diff for reading: coloured by line, what it holds made safe.
public final class DiffText {
    private DiffText() {}

    public static String of(String diff, Style style) {
        return diff.lines()
                .map(line -> style.ink(ink(line), SafeText.of(line)) + "\n")
                .collect(Collectors.joining());
    }

    private static Ink ink(String line) {
        if (line.startsWith("diff ") || line.startsWith("+++") || line.startsWith("---")) {
            return Ink.BOLD;
        }
        if (line.startsWith("@@")) {
            return Ink.CYAN;
        }
        if (line.startsWith("+")) {
            return Ink.GREEN;
        }
        return line.startsWith("-") ? Ink.RED : Ink.PLAIN;
    }
}
