/// What every driver and snapshot builder of one machine does, besides what all do.
@NullMarked
package dev.berth.local.driver;

import org.jspecify.annotations.NullMarked;
