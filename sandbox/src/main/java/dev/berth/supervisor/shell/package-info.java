/// The `shell` runtime: a message is a bash script.
@NullMarked
package dev.berth.supervisor.shell;

import org.jspecify.annotations.NullMarked;
