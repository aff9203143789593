/// Runs the workflow definitions that Step Functions runs in the cloud. What happens next is decided by a pure core
/// ([dev.berth.local.workflow.Interpreter]); the engine around it keeps executions as rows, calls functions and watches
/// the clock.
@NullMarked
package dev.berth.local.workflow;

import org.jspecify.annotations.NullMarked;
