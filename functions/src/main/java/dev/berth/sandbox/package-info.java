/// A session's computer: what launches it, and what it may ask of the control plane.
@NullMarked
package dev.berth.sandbox;

import org.jspecify.annotations.NullMarked;
