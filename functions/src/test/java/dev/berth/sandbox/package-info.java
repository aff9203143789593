@NullMarked
package dev.berth.sandbox;

import org.jspecify.annotations.NullMarked;
