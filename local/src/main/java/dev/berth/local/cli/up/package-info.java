/// `berth up`: the control plane on this machine.
@NullMarked
package dev.berth.local.cli.up;

import org.jspecify.annotations.NullMarked;
