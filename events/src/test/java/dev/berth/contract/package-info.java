/// Holds records, schemas and examples of the contracts together.
@NullMarked
package dev.berth.contract;

import org.jspecify.annotations.NullMarked;
