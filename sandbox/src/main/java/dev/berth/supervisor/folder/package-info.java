/// The sandbox folder: who holds it, its secret, and the names of what lies in it.
@NullMarked
package dev.berth.supervisor.folder;

import org.jspecify.annotations.NullMarked;
