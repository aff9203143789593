/// Sandboxes and snapshots in containers of an engine on this machine.
@NullMarked
package dev.berth.local.docker;

import org.jspecify.annotations.NullMarked;
