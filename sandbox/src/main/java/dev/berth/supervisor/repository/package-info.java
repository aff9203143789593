/// Bringing the agent's repository to the newest commit of its branch before the agent starts.
@NullMarked
package dev.berth.supervisor.repository;

import org.jspecify.annotations.NullMarked;
