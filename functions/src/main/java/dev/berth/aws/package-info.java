/// The AWS adapters of the ports. Each only reports; nothing here decides what becomes of a session.
@NullMarked
package dev.berth.aws;

import org.jspecify.annotations.NullMarked;
