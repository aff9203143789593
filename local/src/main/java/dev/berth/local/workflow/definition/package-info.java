/// A workflow definition in the Amazon States Language: the states, retries and expressions that Berth uses, read from
/// JSON. What Step Functions does beyond that is refused when a definition is loaded, never passed over.
@NullMarked
package dev.berth.local.workflow.definition;

import org.jspecify.annotations.NullMarked;
