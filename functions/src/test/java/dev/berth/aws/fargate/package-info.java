@NullMarked
package dev.berth.aws.fargate;

import org.jspecify.annotations.NullMarked;
