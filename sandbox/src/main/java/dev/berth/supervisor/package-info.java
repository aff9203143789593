/// The supervisor of a sandbox: gets the workspace ready, has the agent run turns, and tells the control plane.
@NullMarked
package dev.berth.supervisor;

import org.jspecify.annotations.NullMarked;
