@NullMarked
package dev.berth.infra;

import org.jspecify.annotations.NullMarked;
