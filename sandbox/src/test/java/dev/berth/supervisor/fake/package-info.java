/// The other side of the sandbox protocol, for tests.
@NullMarked
package dev.berth.supervisor.fake;

import org.jspecify.annotations.NullMarked;
