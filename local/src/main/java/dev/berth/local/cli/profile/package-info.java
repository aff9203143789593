/// `berth profile …`.
@NullMarked
package dev.berth.local.cli.profile;

import org.jspecify.annotations.NullMarked;
