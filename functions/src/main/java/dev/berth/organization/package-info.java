/// The organization: its settings and limits, its API keys, who is calling.
@NullMarked
package dev.berth.organization;

import org.jspecify.annotations.NullMarked;
