@NullMarked
package dev.berth.aws.ministack;

import org.jspecify.annotations.NullMarked;
