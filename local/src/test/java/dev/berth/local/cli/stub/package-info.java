/// A control plane for tests of the command line: it speaks the HTTP contract, and does what a test tells it.
@NullMarked
package dev.berth.local.cli.stub;

import org.jspecify.annotations.NullMarked;
