/// What is measured on a control plane that runs, with sandboxes as they are.
@NullMarked
package dev.berth.local.bench.live;

import org.jspecify.annotations.NullMarked;
