/// What is said in a session: the message queue and the append-only event log.
@NullMarked
package dev.berth.conversation;

import org.jspecify.annotations.NullMarked;
