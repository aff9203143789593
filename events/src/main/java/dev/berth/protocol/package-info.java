/// What a sandbox and the control plane say to each other over `/sandbox/v1/*`.
///
/// The sandbox asks, the control plane answers: a socket only wakes. After [BootstrapRequest] the sandbox calls with
/// `Authorization: Bearer <sandbox id>.<secret>`. 410 means its generation has ended: stop everything and exit.
@NullMarked
package dev.berth.protocol;

import org.jspecify.annotations.NullMarked;
