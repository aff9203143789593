/// HTTP and WebSocket on loopback, turned into the same events that API Gateway hands to the same functions.
@NullMarked
package dev.berth.local.front;

import org.jspecify.annotations.NullMarked;
