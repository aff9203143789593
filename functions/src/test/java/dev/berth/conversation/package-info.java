@NullMarked
package dev.berth.conversation;

import org.jspecify.annotations.NullMarked;
