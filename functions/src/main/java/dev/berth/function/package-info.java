/// The Lambda entry points: wiring only.
@NullMarked
package dev.berth.function;

import org.jspecify.annotations.NullMarked;
