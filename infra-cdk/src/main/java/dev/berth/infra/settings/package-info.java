/// What an installer chooses: read once, checked as a whole, all faults told together.
@NullMarked
package dev.berth.infra.settings;

import org.jspecify.annotations.NullMarked;
