/// How git is used on repositories that nobody vouches for, wherever it runs.
@NullMarked
package dev.berth.supervisor.git;

import org.jspecify.annotations.NullMarked;
