@NullMarked
package dev.berth.aws;

import org.jspecify.annotations.NullMarked;
