package dev.berth.local.cli.terminal;

/// What becomes of the colour sequences in foreign text.
public enum Colours {
    SENT,
    DROPPED,
    /// as any other control sequence
    SHOWN
}
