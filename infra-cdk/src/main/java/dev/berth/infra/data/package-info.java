/// What outlives everything else: rows, objects, snapshot images.
@NullMarked
package dev.berth.infra.data;

import org.jspecify.annotations.NullMarked;
