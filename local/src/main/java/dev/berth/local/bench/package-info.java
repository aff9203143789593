/// `make bench`: how fast, how big and how dear a session is. Figures are printed; nothing here asserts one.
@NullMarked
package dev.berth.local.bench;

import org.jspecify.annotations.NullMarked;
