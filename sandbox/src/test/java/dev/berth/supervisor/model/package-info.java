/// A model's server that plays scripts, for tests of agents that ask one.
@NullMarked
package dev.berth.supervisor.model;

import org.jspecify.annotations.NullMarked;
