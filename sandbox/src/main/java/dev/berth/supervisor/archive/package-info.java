/// Workspace and agent state as one file that outlives the sandbox, and back.
///
/// For each repository that is what its snapshot does not have: new objects as a pack, the git folder's other files,
/// and the files that differ from the commit that is checked out. Everything else in the workspace is in it as it is.
@NullMarked
package dev.berth.supervisor.archive;

import org.jspecify.annotations.NullMarked;
