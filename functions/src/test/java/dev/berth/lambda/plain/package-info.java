/// The same request as one would write it first, to be measured beside what is shipped.
@NullMarked
package dev.berth.lambda.plain;

import org.jspecify.annotations.NullMarked;
