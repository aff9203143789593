/// The `berth` command line.
@NullMarked
package dev.berth.local.cli;

import org.jspecify.annotations.NullMarked;
