/// A session's log in a form to read while it happens.
@NullMarked
package dev.berth.local.cli.transcript;

import org.jspecify.annotations.NullMarked;
