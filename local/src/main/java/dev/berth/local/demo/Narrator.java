package dev.berth.local.demo;

import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.Terminal;

/// Tells what the demo does.
record Narrator(Terminal terminal) {
    private static final int RULE_CHARACTERS = 60;

    void step(String title) {
        String rule = "═".repeat(Math.max(0, RULE_CHARACTERS - title.length()));
        terminal.printLine("\n" + terminal.style().ink(Ink.HEADING, "══ " + title + " " + rule));
    }

    void say(String text) {
        terminal.printLine(text);
    }

    void important(String text) {
        terminal.printLine(terminal.style().ink(Ink.YELLOW, text));
    }
}
