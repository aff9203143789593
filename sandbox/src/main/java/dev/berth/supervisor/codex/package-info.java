/// The `codex` runtime: drives the Codex command line over its app-server protocol.
@NullMarked
package dev.berth.supervisor.codex;

import org.jspecify.annotations.NullMarked;
