/// `berth session …` and `berth run`.
@NullMarked
package dev.berth.local.cli.session;

import org.jspecify.annotations.NullMarked;
