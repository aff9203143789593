/// What the control plane does over HTTP, held against the OpenAPI document and against what sessions promise, with
/// real sandboxes.
@NullMarked
package dev.berth.local.conformance;

import org.jspecify.annotations.NullMarked;
