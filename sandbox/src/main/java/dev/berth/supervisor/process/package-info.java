/// Starting processes so that nothing they leave behind outlives the supervisor.
@NullMarked
package dev.berth.supervisor.process;

import org.jspecify.annotations.NullMarked;
