/// Sandboxes and snapshots where there is nothing but processes and folders.
@NullMarked
package dev.berth.local.process;

import org.jspecify.annotations.NullMarked;
