/// How records become rows of the one DynamoDB table.
@NullMarked
package dev.berth.store;

import org.jspecify.annotations.NullMarked;
