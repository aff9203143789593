/// What is deployed: the files of this release of Berth.
@NullMarked
package dev.berth.infra.release;

import org.jspecify.annotations.NullMarked;
