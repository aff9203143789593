@NullMarked
package dev.berth.organization;

import org.jspecify.annotations.NullMarked;
