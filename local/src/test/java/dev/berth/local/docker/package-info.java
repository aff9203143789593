/// The docker pair, on the engine of this machine.
@NullMarked
package dev.berth.local.docker;

import org.jspecify.annotations.NullMarked;
