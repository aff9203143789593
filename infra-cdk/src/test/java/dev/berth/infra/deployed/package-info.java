/// The synthesized templates and the packaged functions deployed on an emulator, and sessions run there. What the
/// emulator lacks is played here, each in a class that says so.
@NullMarked
package dev.berth.infra.deployed;

import org.jspecify.annotations.NullMarked;
