@NullMarked
package dev.berth.aws.codebuild;

import org.jspecify.annotations.NullMarked;
