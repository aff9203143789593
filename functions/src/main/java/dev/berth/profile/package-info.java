/// Sandbox profiles: the draft, what stops it from being published, the versions that never change.
@NullMarked
package dev.berth.profile;

import org.jspecify.annotations.NullMarked;
