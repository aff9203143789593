package dev.berth.local.cli.transcript;

import dev.berth.local.cli.terminal.Ink;

/// Text that belongs together: what comes between its pieces starts a line of its own.
///
/// @param source tells channels of the same look apart
/// @param mark stands before each line
record Channel(String source, String mark, Ink ink) {}
