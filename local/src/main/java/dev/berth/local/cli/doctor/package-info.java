/// `berth doctor`: what is on this machine, what is missing, how to get it.
@NullMarked
package dev.berth.local.cli.doctor;

import org.jspecify.annotations.NullMarked;
