/// The HTTP contract as a client sees it: where the control plane is, what may be sent again, what an answer holds.
@NullMarked
package dev.berth.local.cli.api;

import org.jspecify.annotations.NullMarked;
