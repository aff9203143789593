/// A session: its record, its rules, its workflow's steps, and what people can do with it.
@NullMarked
package dev.berth.session;

import org.jspecify.annotations.NullMarked;
