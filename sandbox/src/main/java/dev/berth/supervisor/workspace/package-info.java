/// The agent's files: prepared from a snapshot, compared with the commit they started from.
@NullMarked
package dev.berth.supervisor.workspace;

import org.jspecify.annotations.NullMarked;
