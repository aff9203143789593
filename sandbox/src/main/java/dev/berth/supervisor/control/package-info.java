/// The way to the control plane: calls, event batches that are kept until acknowledged, uploads, the wake-up socket.
@NullMarked
package dev.berth.supervisor.control;

import org.jspecify.annotations.NullMarked;
