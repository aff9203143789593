@NullMarked
package dev.berth.session;

import org.jspecify.annotations.NullMarked;
