/// What an agent runtime is to the supervisor, and which there are.
@NullMarked
package dev.berth.supervisor.agent;

import org.jspecify.annotations.NullMarked;
