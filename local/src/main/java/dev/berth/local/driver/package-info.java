/// What the drivers and snapshot builders of one machine have in common: folders that say what became of things.
@NullMarked
package dev.berth.local.driver;

import org.jspecify.annotations.NullMarked;
