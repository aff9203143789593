/// Making a snapshot: repositories are cloned and the setup script runs, as a process or in a container.
@NullMarked
package dev.berth.supervisor.build;

import org.jspecify.annotations.NullMarked;
