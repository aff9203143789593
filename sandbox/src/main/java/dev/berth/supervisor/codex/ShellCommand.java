package dev.berth.supervisor.codex;

import java.util.regex.Pattern;

/// What the model wrote, out of the command line that codex runs it with: `/bin/bash -c 'what the model wrote'`.
final class ShellCommand {
    private static final Pattern SHELL = Pattern.compile("\\S*sh -l?c (.*)", Pattern.DOTALL);
    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    private ShellCommand(String text) {
        this.text = text;
    }

    /// The command line itself when it is another one.
    static String script(String commandLine) {
        var shell = SHELL.matcher(commandLine);
        if (!shell.matches()) {
            return commandLine;
        }
        var last = new ShellCommand(shell.group(1));
        return last.isOneWord() ? last.word.toString() : commandLine;
    }

    private boolean isOneWord() {
        while (at < text.length()) {
            var next = text.charAt(at++);
            var went =
                    switch (next) {
                        case '\'' -> singleQuoted();
                        case '"' -> doubleQuoted();
                        case '\\' -> escaped();
                        case ' ' -> false;
                        default -> keep(next);
                    };
            if (!went) {
                return false;
            }
        }
        return true;
    }

    private boolean singleQuoted() {
        var end = text.indexOf('\'', at);
        if (end < 0) {
            return false;
        }
        word.append(text, at, end);
        at = end + 1;
        return true;
    }

    private boolean doubleQuoted() {
        while (at < text.length()) {
            var next = text.charAt(at++);
            if (next == '"') {
                return true;
            }
            var escapes = next == '\\' && at < text.length() && ESCAPED_IN_QUOTES.indexOf(text.charAt(at)) >= 0;
            keep(escapes ? text.charAt(at++) : next);
        }
        return false;
    }

    private boolean escaped() {
        return at < text.length() && keep(text.charAt(at++));
    }

    private boolean keep(char next) {
        word.append(next);
        return true;
    }
}
