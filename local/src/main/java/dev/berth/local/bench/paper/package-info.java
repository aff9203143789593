/// What a session costs on AWS: one is played through the handlers on paper, at the pace that AWS is given, and every
/// paid operation is counted.
@NullMarked
package dev.berth.local.bench.paper;

import org.jspecify.annotations.NullMarked;
