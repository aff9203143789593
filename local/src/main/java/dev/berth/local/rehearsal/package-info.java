/// What is tried for its own sake, with a control plane and sandboxes as they are: what the launcher runs once after a
/// build, and what the bench measures.
@NullMarked
package dev.berth.local.rehearsal;

import org.jspecify.annotations.NullMarked;
