/// From the bytes a command prints to the events of its turn.
@NullMarked
package dev.berth.supervisor.output;

import org.jspecify.annotations.NullMarked;
