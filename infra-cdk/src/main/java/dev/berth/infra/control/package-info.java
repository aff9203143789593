/// The control plane: functions, their front doors, the workflow, the rules that call them.
@NullMarked
package dev.berth.infra.control;

import org.jspecify.annotations.NullMarked;
