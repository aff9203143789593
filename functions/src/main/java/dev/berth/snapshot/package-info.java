/// The prepared image of a profile version: building, keeping and reading it.
@NullMarked
package dev.berth.snapshot;

import org.jspecify.annotations.NullMarked;
