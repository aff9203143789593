/// The whole control plane of one machine, killed at named points while a client works with it.
@NullMarked
package dev.berth.local.harness;

import org.jspecify.annotations.NullMarked;
