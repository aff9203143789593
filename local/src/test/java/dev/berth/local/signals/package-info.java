/// Signals against hand-overs: one session's run on the pure workflow core, with one thread and a clock that stands.
@NullMarked
package dev.berth.local.signals;

import org.jspecify.annotations.NullMarked;
