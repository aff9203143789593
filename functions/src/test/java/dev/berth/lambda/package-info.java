/// `make lambda-check`: the packaged functions under Lambda's own runtime client.
@NullMarked
package dev.berth.lambda;

import org.jspecify.annotations.NullMarked;
