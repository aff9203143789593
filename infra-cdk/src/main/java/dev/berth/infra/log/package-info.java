/// Logs, each kept as long as the installer chose.
@NullMarked
package dev.berth.infra.log;

import org.jspecify.annotations.NullMarked;
