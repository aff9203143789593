/// Sandboxes that are tasks of ECS on Fargate.
@NullMarked
package dev.berth.aws.fargate;

import org.jspecify.annotations.NullMarked;
