/// What sandboxes run on, and what builds their images.
@NullMarked
package dev.berth.infra.substrate;

import org.jspecify.annotations.NullMarked;
