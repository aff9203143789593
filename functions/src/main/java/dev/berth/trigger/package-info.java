/// Events that come in and go out.
@NullMarked
package dev.berth.trigger;

import org.jspecify.annotations.NullMarked;
