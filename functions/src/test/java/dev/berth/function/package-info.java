@NullMarked
package dev.berth.function;

import org.jspecify.annotations.NullMarked;
