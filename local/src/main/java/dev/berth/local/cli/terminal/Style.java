package dev.berth.local.cli.terminal;

/// Whether colours are used at all; everything that writes asks here.
public enum Style {
    COLOUR,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    public String ink(Ink ink, String text) {
        return open(ink) + text + close(ink);
    }

    public String open(Ink ink) {
        return this == COLOUR ? ink.sequence() : "";
    }

    public String reset() {
        return this == COLOUR ? RESET : "";
    }

    /// What foreign text may do with colours under this style.
    public Colours foreignColours() {
        return this == COLOUR ? Colours.SENT : Colours.DROPPED;
    }

    private String close(Ink ink) {
        return ink == Ink.PLAIN ? "" : reset();
    }
}
