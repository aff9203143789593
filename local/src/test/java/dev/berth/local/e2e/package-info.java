/// The launcher as a user has it: packaged, in a terminal, with a home of its own.
@NullMarked
package dev.berth.local.e2e;

import org.jspecify.annotations.NullMarked;
