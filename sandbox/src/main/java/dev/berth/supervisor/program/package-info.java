/// The supervisor as a program, for whoever starts one.
@NullMarked
package dev.berth.supervisor.program;

import org.jspecify.annotations.NullMarked;
