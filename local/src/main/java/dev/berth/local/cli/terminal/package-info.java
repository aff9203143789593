/// What reaches a terminal: colours, tables, human times, and foreign text made safe.
@NullMarked
package dev.berth.local.cli.terminal;

import org.jspecify.annotations.NullMarked;
