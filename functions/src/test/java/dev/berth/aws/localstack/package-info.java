@NullMarked
package dev.berth.aws.localstack;

import org.jspecify.annotations.NullMarked;
