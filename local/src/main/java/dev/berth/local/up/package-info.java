/// The control plane on this machine, put together: what `berth up` runs.
@NullMarked
package dev.berth.local.up;

import org.jspecify.annotations.NullMarked;
