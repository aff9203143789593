/// Contracts of everything that crosses a process: session events, the sandbox protocol, EventBridge events.
@NullMarked
package dev.berth.event;

import org.jspecify.annotations.NullMarked;
