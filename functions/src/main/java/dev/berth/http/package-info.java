/// HTTP as API Gateway hands it to a function: decoding, routing, problem details, idempotency.
@NullMarked
package dev.berth.http;

import org.jspecify.annotations.NullMarked;
