/// `make demo`: one real session from the first to the last phase.
@NullMarked
package dev.berth.local.demo;

import org.jspecify.annotations.NullMarked;
