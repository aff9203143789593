package dev.berth.local.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param interactive standard output is a screen that somebody looks at
public record Terminal(InputStream in, PrintStream out, PrintStream err, Style style, boolean interactive) {

    public void print(String text) {
        out.print(text);
        out.flush();
    }

    public void printLine(String text) {
        out.println(text);
        out.flush();
    }

    /// What is said beside the result: progress, hints.
    public void note(String text) {
        err.println(style.ink(Ink.DIM, text));
        err.flush();
    }

    /// A note whose style is chosen by the caller.
    public void complain(String text) {
        err.println(text);
        err.flush();
    }
}
